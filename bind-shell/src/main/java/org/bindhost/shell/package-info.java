/**
 * The verbs: what a person, or a script, asks of Bindhost from a shell or a command line.
 *
 * <p>A verb is built anew for each call, and sees its caller's {@link org.bindhost.shell.Session}
 * only: nothing here reads or writes the streams of the JVM or ends it.
 */
package org.bindhost.shell;
