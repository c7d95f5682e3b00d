package org.bindhost.file;

import java.nio.file.Path;

/**
 * A file that may be used.
 *
 * @param path as it was named: for messages, and for clients
 * @param real as it was checked against the roots, links resolved: for use
 */
record NamedFile(Path path, Path real) {

    @Override
    public String toString() {
        return path.toString();
    }
}
