package org.bindhost.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class SignalIT {

    private static final int TERMINATED = 128 + 15;

    @TempDir Path directory;
    private Command command;

    @BeforeEach
    void prepare() throws IOException {
        command = new Command(directory);
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(command.leftBehind()).isEmpty();
    }

    /** The framework has just begun to start when its directory appears. */
    @RepeatedTest(5)
    void aSignalDuringTheStartEndsItWithOneLine() throws Exception {
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            command.temporary().register(watch, ENTRY_CREATE);
            Process process = command.start("drivers");
            assertThat(Optional.ofNullable(watch.poll(60, TimeUnit.SECONDS))).isPresent();

            process.toHandle().destroy();

            assertThat(Command.end(process)).isEqualTo(TERMINATED);
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                    .isEqualTo("bindhost: aborted%n".formatted());
        }
    }
}
