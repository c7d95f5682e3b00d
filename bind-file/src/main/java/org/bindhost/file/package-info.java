/**
 * Local files as monikers, to be read and to be written, inside configured roots.
 *
 * <p>A file is opened by the path that was checked against the roots, links resolved, and its last
 * component is not followed if it is a link by then. Whoever may replace directories inside a root
 * by links can still win a race against the check; the roots are a fence for names, not for people
 * who write there.
 */
package org.bindhost.file;
