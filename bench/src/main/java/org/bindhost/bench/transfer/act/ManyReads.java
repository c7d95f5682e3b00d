package org.bindhost.bench.transfer.act;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bench.transfer.Figures;
import org.bindhost.bench.transfer.client.Client;

/** Reads a small body many times, so many at once (T2). */
final class ManyReads implements Act {

    private static final double MICRO = 1e6;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KIBI = 1024;

    private final Client client;
    private final int count;
    private final int inFlight;
    private final List<String> urls;

    ManyReads(Client client, int count, int inFlight, List<String> urls) {
        this.client = client;
        this.count = count;
        this.inFlight = inFlight;
        this.urls = urls;
    }

    @Override
    public Figures round() throws Exception {
        var run = new Run();
        var meter = new Meter();
        long bytes = run.all();
        var used = meter.used();
        return Figures.none()
                .with("requests/s", count / used.seconds())
                .with("CPU us each", used.cpuSeconds() * MICRO / count)
                .with("alloc B each", used.allocatedBytes() / count)
                .with("p99 ms", run.percentile() / NANOS_PER_MILLI)
                .with("KiB each", bytes / KIBI / count);
    }

    /** One round of them. */
    private final class Run {

        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicLong total = new AtomicLong();
        private final long[] nanos = new long[count];
        private final CountDownLatch left = new CountDownLatch(count);
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        long all() throws Exception {
            for (int lane = 0; lane < inFlight; lane++) {
                new Lane().go();
            }
            left.await();
            if (failure.get() != null) {
                throw new IllegalStateException("a request failed", failure.get());
            }
            return total.get();
        }

        double percentile() {
            var sorted = nanos.clone();
            Arrays.sort(sorted);
            return sorted[Math.min(count - 1, count * 99 / 100)];
        }

        /** One after another, without growing the stack where answers come at once. */
        private final class Lane {

            private final AtomicInteger steps = new AtomicInteger();

            void go() {
                if (steps.getAndIncrement() > 0) {
                    return;
                }
                do {
                    next();
                } while (steps.decrementAndGet() > 0);
            }

            private void next() {
                int number = begun.getAndIncrement();
                if (number >= count) {
                    return;
                }
                long start = System.nanoTime();
                try {
                    String url = urls.get(number % urls.size());
                    client.start(url + "?" + number) // of one name there would be one fetch
                            .whenComplete((bytes, why) -> ended(number, start, bytes, why));
                } catch (Exception e) { // counted as an answer, or nobody would end
                    ended(number, start, 0L, e);
                }
            }

            private void ended(int number, long start, Long bytes, Throwable why) {
                nanos[number] = System.nanoTime() - start;
                if (why == null) {
                    total.addAndGet(bytes);
                } else {
                    failure.compareAndSet(null, why);
                }
                left.countDown();
                go();
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
