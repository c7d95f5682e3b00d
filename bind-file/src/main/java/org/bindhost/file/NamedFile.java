package org.bindhost.file;

import java.nio.file.Path;

/**
 * A file that may be used.
 *
 * @param path as it was named: for messages, and for clients
 * @param real as it was checked against the roots, links resolved: for use
 * @param root which of them it is in, links resolved
 */
record NamedFile(Path path, Path real, Path root) {

    /** What it is called in its directory. */
    Path name() {
        return real.getFileName();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
