package org.bindhost.bench.transfer.act;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.bindhost.bench.transfer.Figures;
import org.bindhost.bind.Priority;

/** Raises one of twenty transfers, and looks what part of the bytes it has from then on (T8). */
final class Raised implements Act {

    private static final long GRACE_MILLIS = 200;
    private static final int RAISED = 7;
    private static final double KIBI = 1024;

    private final Crowd.Watch watch;

    Raised(Crowd.Watch watch) {
        this.watch = watch;
    }

    @Override
    public Figures round() throws Exception {
        long sent = watch.site().ask().sentBytes();
        var same = Collections.nCopies(Crowd.SIZE, Priority.NORMAL);
        try (var crowd = watch.gather(same)) {
            long[] early = crowd.bring(watch.millis());
            double rate = sum(early) / (double) watch.millis();
            crowd.raise(RAISED);
            long inFlight = watch.site().ask().sentBytes() - sent - sum(crowd.taken());
            long[] atOnce = crowd.bring(GRACE_MILLIS);
            long drain = watch.body().startsWith("link") ? (long) ((double) inFlight / rate) : 0;
            TimeUnit.MILLISECONDS.sleep(drain);
            long[] later = crowd.bring(watch.millis());
            return Figures.none()
                    .with("share %", share(later))
                    .with("share before %", share(early))
                    .with("share first 200 ms %", share(atOnce))
                    .with("in flight KiB", inFlight / KIBI)
                    .with("drain ms", (double) drain)
                    .with("MB/s", sum(later) / 1e3 / watch.millis());
        }
    }

    private static double share(long[] bytes) {
        return 100.0 * bytes[RAISED] / Math.max(1, sum(bytes));
    }

    private static long sum(long[] bytes) {
        return Arrays.stream(bytes).sum();
    }

    @Override
    public void close() {
        watch.client().close();
    }
}
