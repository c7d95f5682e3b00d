package org.bindhost.core.policy;

/**
 * What may be done with what is reached.
 *
 * @param reading it may be read
 * @param writing it may be written, or changed by a verb
 * @param besideDocument a file may be read that lies beside the file in which it is named, or below
 */
record Access(boolean reading, boolean writing, boolean besideDocument) {}
