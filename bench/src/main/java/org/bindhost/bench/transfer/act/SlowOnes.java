package org.bindhost.bench.transfer.act;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bindhost.bench.transfer.Figures;
import org.bindhost.bench.transfer.client.Client;
import org.bindhost.bench.transfer.client.Clients;
import org.bindhost.bench.transfer.client.Tap;

/** Has many slow bodies open at once, and gives them all up (T3). */
final class SlowOnes implements Act {

    private static final String BODY = "drip/1073741824";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final long LOOK_MILLIS = 5;
    private static final double NANOS = 1e9;

    private final String who;
    private final int count;
    private final SlowSite site;
    private final int dwellMillis;

    /** Of the bare process: what a round has taken, a process keeps. */
    private final long resident = Kernel.residentBytes();

    SlowOnes(String who, int count, SlowSite site, int dwellMillis) throws IOException {
        this.who = who;
        this.count = count;
        this.site = site;
        this.dwellMillis = dwellMillis;
    }

    @Override
    public Figures round() throws Exception {
        long heap = Meter.heapAfterCollection();
        int threads = Meter.threads().getThreadCount();
        Meter.threads().resetPeakThreadCount();
        try (Client client = Clients.open(who)) {
            long start = System.nanoTime();
            List<Tap> taps = openAll(client);
            double opened = (System.nanoTime() - start) / NANOS;
            var dwelling = new Meter();
            TimeUnit.MILLISECONDS.sleep(dwellMillis);
            double cpu = dwelling.used().cpuSeconds() * 1e3 / dwellMillis;
            double heapEach = (Meter.heapAfterCollection() - heap) / (double) count;
            double residentEach = (Kernel.residentBytes() - resident) / (double) count;
            int more = Meter.threads().getPeakThreadCount() - threads;
            return Figures.none()
                    .with("heap KB each", heapEach / 1e3)
                    .with("resident KB each", residentEach / 1e3)
                    .with("threads more", more)
                    .with("abort all s", abortAll(taps))
                    .with("open all s", opened)
                    .with("CPU while open", cpu)
                    .with("open", taps.size());
        }
    }

    private List<Tap> openAll(Client client) throws Exception {
        var taps = new ArrayList<Tap>();
        for (int i = 0; i < count; i++) {
            taps.add(client.open(site.url(i, BODY)));
        }
        until(() -> taps.stream().allMatch(tap -> tap.taken() > 0), "all have begun");
        return taps;
    }

    /** Until all have stopped, and the server has seen the last connection go. */
    private double abortAll(List<Tap> taps) throws Exception {
        long start = System.nanoTime();
        taps.forEach(Tap::abort);
        CompletableFuture.allOf(
                        taps.stream()
                                .map(tap -> tap.stopped().toCompletableFuture())
                                .toArray(CompletableFuture<?>[]::new))
                .get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        until(this::isLeftAlone, "the server is left alone");
        return (System.nanoTime() - start) / NANOS;
    }

    private boolean isLeftAlone() {
        try {
            return site.ask().openBodies() == 0;
        } catch (IOException e) {
            return false; // it is busy closing
        }
    }

    private static void until(BooleanSupplier condition, String what) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain until " + what);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
