package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

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

    private static String javaHome() {
        return System.getProperty("java.home");
    }
}
