package org.bindhost.bench.transfer.act;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.bindhost.bench.transfer.Figures;
import org.bindhost.bench.transfer.client.BindClient;
import org.bindhost.bind.Priority;

/** Raises one of twenty transfers, and looks what part of the bytes it has from then on (T8). */
final class Raised implements Act {

    private static final long GRACE_MILLIS = 200;
    private static final int RAISED = 7;
    private static final double KIBI = 1024;

    private final BindClient client;
    private final SlowSite site;
    private final String body;
    private final long lookMillis;

    Raised(BindClient client, SlowSite site, String body, long lookMillis) {
        this.client = client;
        this.site = site;
        this.body = body;
        this.lookMillis = lookMillis;
    }

    @Override
    public Figures round() throws Exception {
        long sent = site.ask().sentBytes();
        var same = Collections.nCopies(Crowd.SIZE, Priority.NORMAL);
        try (var crowd = new Crowd(client, site, body, same)) {
            long[] early = crowd.bring(lookMillis);
            double rate = sum(early) / (double) lookMillis;
            crowd.raise(RAISED);
            long inFlight = site.ask().sentBytes() - sent - sum(crowd.taken());
            long[] atOnce = crowd.bring(GRACE_MILLIS);
            long drain = body.startsWith("link") ? (long) ((double) inFlight / rate) : 0;
            TimeUnit.MILLISECONDS.sleep(drain);
            long[] later = crowd.bring(lookMillis);
            return Figures.none()
                    .with("share %", share(later))
                    .with("share before %", share(early))
                    .with("share first 200 ms %", share(atOnce))
                    .with("in flight KiB", inFlight / KIBI)
                    .with("drain ms", (double) drain)
                    .with("MB/s", sum(later) / 1e3 / lookMillis);
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
        client.close();
    }
}
