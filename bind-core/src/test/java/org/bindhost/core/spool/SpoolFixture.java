package org.bindhost.core.spool;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.bind.BindException;
import org.bindhost.bind.Registration;
import org.bindhost.testkit.ManualClock;
import org.bindhost.testkit.TurnByTurn;

/** A spool whose disk and time are in the test's hand. */
final class SpoolFixture implements SpoolOwner {

    final TurnByTurn disk = new TurnByTurn();
    final ManualClock clock = new ManualClock();
    final PagePool pool = new PagePool(64L << 20);
    final List<BindException> refusals = new ArrayList<>();
    final Spool spool;
    int moves;

    SpoolFixture(SpoolLimits limits) {
        var threads =
                new SpoolThreads(
                        disk,
                        Runnable::run,
                        (nanos, task) -> {
                            Runnable takeBack = clock.after(Duration.ofNanos(nanos), task);
                            return (Registration) takeBack::run;
                        });
        spool = new Spool(limits, pool, threads, this);
    }

    SpoolFixture(long memory, long diskBytes, Path directory) {
        this(new SpoolLimits(memory, diskBytes, directory));
    }

    @Override
    public void moved() {
        moves++;
    }

    @Override
    public void full(BindException why) {
        refusals.add(why);
        spool.last().forEach(reader -> reader.fail(why));
    }

    Cursor cursor() {
        return spool.cursor().orElseThrow();
    }

    void put(long offset, byte... bytes) {
        spool.put(offset, ByteBuffer.wrap(bytes));
    }
}
