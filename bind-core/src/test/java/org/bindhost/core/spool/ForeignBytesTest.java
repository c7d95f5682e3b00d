package org.bindhost.core.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page that is given back is another's at once, and no reader may still copy from it. */
@Timeout(60)
class ForeignBytesTest {

    private static final int PAGE = PagePool.LARGE_BYTES;

    @TempDir Path directory;

    private final byte[] ours = filled('a');
    private final byte[] theirs = filled('b');
    private final Race race = new Race();

    @AfterEach
    void endTheRace() {
        race.close();
    }

    private static byte[] filled(char letter) {
        var bytes = new byte[PAGE];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }

    @Test
    void aReadGivesNoForeignBytesThoughItsReaderFailsMeanwhile() {
        var into = ByteBuffer.allocate(PAGE);
        for (int round = 0; round < 2_000; round++) {
            var fixture = new SpoolFixture(1 << 20, 1 << 20, directory);
            var threads = fixture.spool.threads();
            var other = new Spool(fixture.spool.limits(), fixture.pool, threads, fixture);
            var cursor = fixture.cursor();
            other.cursor();
            fixture.put(0, ours);
            fixture.spool.retire();
            into.clear();

            race.between(
                    round % 50,
                    () -> read(cursor, into),
                    () -> {
                        cursor.fail(new BindException(Reason.ABORTED, "aborted"));
                        other.put(0, ByteBuffer.wrap(theirs));
                    });

            assertThat(seen(into)).as("round %s", round).doesNotContain('b');
        }
    }

    private static void read(Cursor cursor, ByteBuffer into) {
        try {
            cursor.read(into);
        } catch (IOException e) {
            into.clear(); // it came too late, and says so
        }
    }

    private static byte[] seen(ByteBuffer into) {
        var seen = new byte[into.flip().remaining()];
        into.get(seen);
        return seen;
    }
}
