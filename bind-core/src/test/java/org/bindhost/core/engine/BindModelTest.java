package org.bindhost.core.engine;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of all that can happen to binds, against a small model of what may come of it:
 * D-05 to D-10, D-31, D-33, D-35, E-02, E-03, F-01, X-20. A failure tells the seed, which makes the
 * same sequence again: {@code -Dbindhost.seed=N} begins there, and {@code -Dbindhost.sequences=N}
 * runs so many.
 */
@Timeout(value = 10, unit = MINUTES)
class BindModelTest {

    private static final int SEQUENCES = Integer.getInteger("bindhost.sequences", 7_000);
    private static final long FIRST = Long.getLong("bindhost.seed", 0);

    @TempDir Path directory;

    /** Some sequence. */
    interface Sequence {
        void run() throws BindException;
    }

    /** Makes one, always the same of one seed. */
    private interface Maker {
        Sequence of(long seed) throws BindException;
    }

    private static void run(Maker maker) throws BindException {
        for (long seed = FIRST; seed < FIRST + SEQUENCES; seed++) {
            Sequence sequence = maker.of(seed);
            try {
                sequence.run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", " + sequence, e);
            }
        }
    }

    @Test
    void whateverHappensTheTraceIsLawfulAndNoByteIsLost() throws BindException {
        run(seed -> new RandomBinds(seed, directory));
    }

    /** A part of a push that nobody reads any more had filled the spool, and was not given up. */
    @Test
    void aSequenceThatOnceWentWrongIsLawful() throws BindException {
        new RandomBinds(19_433, directory).run();
    }

    @Test
    void whateverHappensWhatIsWrittenAppearsWholeOrNotAtAll() throws BindException {
        run(seed -> new RandomWrite(seed, directory));
    }
}
