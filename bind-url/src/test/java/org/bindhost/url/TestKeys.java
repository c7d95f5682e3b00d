package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key for {@code localhost}, made by the JDK's tool. */
final class TestKeys {

    private TestKeys() {}

    /** Writes a PKCS12 file whose password is {@code "secret"}. */
    static void make(Path file) throws Exception {
        String tool = Path.of(javaHome(), "bin", "keytool").toString();
        int status =
                new ProcessBuilder(
                                tool,
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-validity",
                                "30",
                                "-keystore",
                                file.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "secret")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        assertThat(status).isZero();
    }

    /** TLS with the key in such a file. */
    static SSLContext context(Path file) throws Exception {
        var store = KeyStore.getInstance(file.toFile(), "secret".toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static String javaHome() {
        return System.getProperty("java.home");
    }
}
