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

    /** What one transfer can have on its way: the link's window, and two socket buffers. */
    private static final long IN_FLIGHT_BYTES = (256 + 64 + 256) * 1024L;

    private final Crowd.Watch watch;

    Raised(Crowd.Watch watch) {
        this.watch = watch;
    }

    @Override
    public Figures round() throws Exception {
        var same = Collections.nCopies(Crowd.SIZE, Priority.NORMAL);
        try (var crowd = watch.gather(same)) {
            long[] early = crowd.bring(watch.millis());
            double rate = sum(early) / (double) watch.millis();
            crowd.raise(RAISED);
            long[] atOnce = crowd.bring(GRACE_MILLIS);
            long drain = drainMillis(rate);
            TimeUnit.MILLISECONDS.sleep(drain);
            long[] later = crowd.bring(watch.millis());
            return Figures.none()
                    .with("share %", share(later))
                    .with("share before %", share(early))
                    .with("share first 200 ms %", share(atOnce))
                    .with("drain ms", (double) drain)
                    .with("MB/s", sum(later) / 1e3 / watch.millis());
        }
    }

    /** Until what the others may have on their way has come; under a limit of ours, nothing has. */
    private long drainMillis(double bytesPerMilli) {
        long inFlight = (Crowd.SIZE - 1) * IN_FLIGHT_BYTES;
        return watch.body().startsWith("link") ? (long) ((double) inFlight / bytesPerMilli) : 0;
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
