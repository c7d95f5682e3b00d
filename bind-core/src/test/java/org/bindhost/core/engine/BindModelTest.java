package org.bindhost.core.engine;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random sequences of all that can happen to a bind, against a small model of what may come of it:
 * D-05 to D-10, D-31, D-33, D-35, E-02, E-03, F-01. A failure tells the seed, which makes the same
 * sequence again; {@code -Dbindhost.sequences=N} runs more of them.
 */
@Timeout(value = 2, unit = MINUTES)
class BindModelTest {

    private static final int SEQUENCES = Integer.getInteger("bindhost.sequences", 5_000);

    @TempDir Path directory;

    @Test
    void whateverHappensTheTraceIsLawfulAndNoByteIsLost() throws BindException {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            var bind = new RandomBind(seed, directory);
            try {
                bind.run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", " + bind, e);
            }
        }
    }
}
