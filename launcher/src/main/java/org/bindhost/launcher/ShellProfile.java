package org.bindhost.launcher;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the interactive shell starts with. */
final class ShellProfile {

    private static final String FILE = "etc/gosh_profile";

    private ShellProfile() {}

    /** Writes it where the shell will look for it. */
    static void write(Path home) throws IOException {
        Path file = home.resolve(FILE);
        Files.createDirectories(file.getParent());
        try (InputStream profile =
                Optional.ofNullable(ShellProfile.class.getResourceAsStream("/" + FILE))
                        .orElseThrow(() -> new FileNotFoundException(FILE))) {
            Files.copy(profile, file);
        }
    }
}
