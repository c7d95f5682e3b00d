package org.bindhost.url;

/**
 * What came back, of which only the head has been read.
 *
 * @param asked what was asked
 * @param head the head
 * @param body the body, not started
 * @param drop has the body read or broken off, in place of starting it
 */
record Answer(Asked asked, Head head, HttpBody body, Runnable drop) {}
