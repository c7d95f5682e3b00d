package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A writer that is killed at any moment leaves what was there before, or all that is new. */
@Timeout(120)
class KilledWriterTest {

    private static final int KILLS = 20;
    private static final long SEED = 20_261_120;
    private static final long MOST_NANOS = 60_000_000; // several commits long

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"write", "append"})
    void aFileIsWholeWheneverItsWriterIsKilled(String role) throws Exception {
        var random = new Random(SEED);
        var file = directory.resolve("a.bin");
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (var writer = Child.start(role, file)) {
                assertThat(writer.line()).isEqualTo("0");
                spin(random.nextLong(MOST_NANOS));
            }
            long length = Files.size(file);

            assertWhole(Files.readAllBytes(file));
            assertThat(length).isGreaterThanOrEqualTo(before);
            before = role.equals("append") ? length + Child.BLOCK : 0;
            if (length > 6L * Child.BLOCK) {
                Files.delete(file); // copied for each commit, it would take long
                before = 0;
            }
        }
    }

    private static void assertWhole(byte[] bytes) {
        assertThat(bytes.length).isPositive();
        assertThat(bytes.length % Child.BLOCK).isZero();
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] != bytes[at - at % Child.BLOCK]) {
                throw new AssertionError("a block of two letters, at byte " + at);
            }
        }
    }

    private static void spin(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
    }
}
