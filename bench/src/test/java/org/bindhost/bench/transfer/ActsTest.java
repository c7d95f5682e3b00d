package org.bindhost.bench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindhost.bench.transfer.act.Acts;
import org.bindhost.bench.transfer.server.SlowServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the bench does what it says, at a size that takes no time; how fast is not asked. */
@Timeout(60)
class ActsTest {

    private static final String MEBIBYTES = "MiB read";

    private SlowServer server;
    private Thread serving;

    @BeforeEach
    void serve() throws IOException {
        server = new SlowServer();
        serving = new Thread(server::serve);
        serving.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
        serving.join();
    }

    @ParameterizedTest
    @CsvSource({
        "binder, STREAM", "binder, PULL", "binder, PUSH", "binder, PATH",
        "bindhost, STREAM", "bindhost, PULL", "bindhost, PUSH", "bindhost, PATH",
        "jetty, STREAM", "jetty, PULL", "jetty, PUSH", "jetty, PATH"
    })
    void everyByteOfABodyIsRead(String who, String form) throws Exception {
        var figures = round("read %s %s http://127.0.0.1:PORT/flow/3145728".formatted(who, form));

        assertThat(figures.values()).containsEntry(MEBIBYTES, 3.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bindhost/8", "binder/8", "jetty", "vfs", "jdk", "apache"})
    void everyByteOfManyIsRead(String who) throws Exception {
        var figures =
                round(
                        "many "
                                + who
                                + " 40 8 http://127.0.0.1:PORT/flow/10240 http://127.0.0.2:PORT/flow/10240");

        assertThat(figures.values()).containsEntry("KiB each", 10.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binder/40", "jetty", "jdk"})
    void slowOnesAreOpenAllAtOnceAndStop(String who) throws Exception {
        var figures = round("slow " + who + " 40 PORT 10");

        assertThat(figures.values()).containsEntry("open", 40.0);
    }

    @ParameterizedTest
    @CsvSource({"binder, PULL", "binder, STREAM", "jetty, PULL", "jetty, STREAM"})
    void oneWhoStoppedReadsTheRest(String who, String form) throws Exception {
        var figures = round("stop " + who + " " + form + " 10 PORT 8388608");

        assertThat(figures.values()).containsEntry(MEBIBYTES, 8.0);
    }

    @Test
    void whatNobodyReadComesToItsEnd() throws Exception {
        var figures = round("unread binder http://127.0.0.1:PORT/flow/4194304 4194304");

        assertThat(figures.values()).containsEntry(MEBIBYTES, 4.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raise", "weigh"})
    void aCrowdMovesAndStops(String what) throws Exception {
        var figures = round(what + " binder/20/20000000 PORT flow/1099511627776 100");

        assertThat(figures.values().get("MB/s")).isPositive();
    }

    @Test
    void aLocalFileIsReadAndIsNoCopy(@TempDir(factory = Inside.class) Path directory)
            throws Exception {
        Path file = Files.write(directory.resolve("three"), new byte[3 << 20]);

        var itself = round("itself binder " + file);
        var read = round("read binder PULL " + file);
        var raw = round("read raw PULL " + file);

        assertThat(itself.values()).containsEntry("same file", 1.0);
        assertThat(read.values()).containsEntry(MEBIBYTES, 3.0);
        assertThat(raw.values()).containsEntry(MEBIBYTES, 3.0);
    }

    private Figures round(String line) throws Exception {
        String port = Integer.toString(server.port());
        try (var act = Acts.of(line.replace("PORT", port))) {
            return Figures.parse(act.round().line());
        }
    }
}
