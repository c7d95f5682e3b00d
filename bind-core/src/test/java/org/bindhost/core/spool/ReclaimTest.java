package org.bindhost.core.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.bindhost.core.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Space of what was read is given back, and nothing else with it. */
@Timeout(60)
class ReclaimTest {

    private static final int PAGE = PagePool.LARGE_BYTES;
    private static final int PAGES = 12;

    @TempDir Path directory;

    private final Race race = new Race();

    @AfterEach
    void endTheRace() {
        race.close();
    }

    private static void put(SpoolFixture fixture, int page) {
        var bytes = new byte[PAGE];
        Arrays.fill(bytes, (byte) ('a' + page));
        fixture.put((long) page * PAGE, bytes);
    }

    /** Reads as many pages as have come, and compares them. */
    private static void read(Cursor cursor, int pages) {
        var into = ByteBuffer.allocate(PAGE);
        try {
            for (int page = (int) (cursor.position() / PAGE); page < pages; page++) {
                into.clear();
                while (into.hasRemaining() && cursor.read(into) > 0) {
                    // as often as it takes
                }
                assertThat(into.remaining()).as("of page %s", page).isZero();
                for (byte b : into.array()) {
                    assertThat((char) b).isEqualTo((char) ('a' + page));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsFlushedMeanwhileStays() {
        for (int round = 0; round < 300; round++) {
            var fixture = new SpoolFixture(2 * PAGE, 1 << 30, directory);
            var cursor = fixture.cursor();
            for (int page = 0; page < PAGES / 2; page++) {
                put(fixture, page);
            }
            fixture.spool.makeRoom();
            fixture.disk.runAll();
            for (int page = PAGES / 2; page < PAGES; page++) {
                put(fixture, page);
            }
            fixture.spool.makeRoom();
            fixture.clock.advance(Duration.ofSeconds(1));

            race.between(round % 50, fixture.disk::runAll, () -> read(cursor, PAGES / 2));

            fixture.disk.runAll();
            read(cursor, PAGES);
            fixture.spool.retire();
            cursor.close();
            fixture.disk.runAll();
        }
    }
}
