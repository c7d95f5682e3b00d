package org.bindhost.url;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;

/**
 * A PKCS12 file of certificates or keys.
 *
 * @param file the file
 * @param password its password
 */
record KeyFile(Path file, String password) {

    /** A file that is configured, or empty if its name is. */
    static Optional<KeyFile> of(String file, String password) {
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new KeyFile(Path.of(file), password));
    }

    KeyStore load() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
