package org.bindhost.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;

/** Opens directories that were checked against the roots: held, where the system can do that. */
enum Directories {

    /** As well as the system can. */
    BEST,
    /** As on systems that cannot hold one. */
    NAMED;

    /** Opens the directory that a file was found in. */
    Directory around(NamedFile file) throws IOException {
        return canHold(file.root())
                ? HeldDirectory.around(file)
                : new NamedDirectory(file.real().getParent());
    }

    /** Opens a directory, to see what is in it. */
    Directory itself(NamedFile directory) throws IOException {
        return canHold(directory.root())
                ? HeldDirectory.itself(directory)
                : new NamedDirectory(directory.real());
    }

    /**
     * Not on Windows, nor on some systems of Apple. Under the root of all there is nothing outside,
     * and directories that may be passed but not read.
     */
    private boolean canHold(Path root) throws IOException {
        if (root.getParent() == null) {
            return false;
        }
        try (var stream = Files.newDirectoryStream(root)) {
            return this == BEST && stream instanceof SecureDirectoryStream<?>;
        }
    }
}
