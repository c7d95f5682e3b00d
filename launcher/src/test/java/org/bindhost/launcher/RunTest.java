package org.bindhost.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Launch launch =
            new Launch(
                    List.of("drivers"),
                    InputStream.nullInputStream(),
                    new PrintStream(new ByteArrayOutputStream()),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Path.of("").toAbsolutePath(),
                    OptionalInt.empty());

    @TempDir Path directory;

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anAbortedRunDoesNotBegin() throws Exception {
        BundleCache cache = new BundleCache(directory.resolve("missing.jar"), List.of(directory));
        try (Run run = new Run(launch)) {
            run.abort();

            assertThatThrownBy(() -> run.carryOut(cache, AddedBundles.find("")))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void nothingIsToldAfterAnAbort() {
        Run run = new Run(launch);

        run.abort();
        launch.complain("The framework has been shutdown.");

        assertThat(err()).isEqualTo("bindhost: aborted%n".formatted());
    }

    @Test
    void aRunThatIsOverIsNotAborted() throws Exception {
        Run run = new Run(launch);
        run.close();

        run.abort();

        assertThat(err()).isEmpty();
    }

    @Test
    void whatWouldSteerATerminalIsTold() {
        launch.complain("no \u001b[2J\u009b2J\u202e\u2028\ud800");

        assertThat(err())
                .isEqualTo("bindhost: no \\u001b[2J\\u009b2J\\u202e\\u2028\\ud800%n".formatted());
    }
}
