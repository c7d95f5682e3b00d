package org.bindhost.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code get --continue}, killed at random moments, brings what was asked for in the end, and
 * fetches again no more than was under way. {@code -Dbindhost.kills=N} kills so often.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("bindhost.kills", 4);
    private static final int LENGTH = 6_000_001;
    private static final int BYTES_PER_SECOND = 3_000_000;

    /** What comes between two entries of the journal, and what was on its way. */
    private static final int AGAIN_BYTES = BYTES_PER_SECOND / 2 + 2 * 1024 * 1024;

    @TempDir Path directory;
    private final Random random = new Random(7);
    private Command command;
    private long again;
    private int kills;
    private int files;

    @BeforeEach
    void prepare() throws IOException {
        command = new Command(directory);
    }

    @Test
    void whateverIsKilledGoesOnAndIsEqualInTheEnd() throws Exception {
        try (var server = new SlowServer(LENGTH, BYTES_PER_SECOND)) {
            while (kills < KILLS) {
                fetchOne(server);
            }
        }
        System.out.printf(
                "%d kills, %d files, %d bytes fetched again, %d a kill%n",
                kills, files, again, again / kills);
    }

    private void fetchOne(SlowServer server) throws Exception {
        long before = server.sent();
        int killsBefore = kills;
        boolean ended = false;
        while (!ended) {
            Process run = command.start("get", "--continue", server.name());
            boolean isSpared = kills == KILLS || kills - killsBefore == 8;
            ended = isSpared || run.waitFor(500 + random.nextInt(1500), TimeUnit.MILLISECONDS);
            if (!ended) {
                run.toHandle().destroyForcibly();
                kills++;
            }
            int status = Command.end(run);
            String said = new String(run.getErrorStream().readAllBytes(), UTF_8);
            assertThat(!ended || status == 0).as(said).isTrue();
        }
        Path file = command.directory().resolve("data.bin");
        assertThat(Files.readAllBytes(file)).isEqualTo(SlowServer.bytes(0, LENGTH));
        assertThat(command.directory()).isDirectoryContaining(path -> path.equals(file));
        try (var left = Files.list(command.directory())) {
            assertThat(left).containsExactly(file);
        }
        files++;
        long fetchedAgain = server.sent() - before - LENGTH;
        again += fetchedAgain;
        assertThat(fetchedAgain).isLessThanOrEqualTo((kills - killsBefore) * (long) AGAIN_BYTES);
        Files.delete(file);
    }
}
