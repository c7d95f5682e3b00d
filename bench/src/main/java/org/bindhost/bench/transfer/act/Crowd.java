package org.bindhost.bench.transfer.act;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bindhost.bench.transfer.client.BindClient;
import org.bindhost.bench.transfer.client.BindTap;
import org.bindhost.bind.Priority;

/** Twenty transfers without an end, of priorities that are given. */
final class Crowd implements AutoCloseable {

    static final int SIZE = 20;

    private static final long LOOK_MILLIS = 5;
    private static final long STOP_SECONDS = 30;

    /**
     * What is watched.
     *
     * @param client who transfers
     * @param site from where
     * @param body what
     * @param millis for how long
     */
    record Watch(BindClient client, SlowSite site, String body, long millis) {

        /** Starts them, and returns when all are flowing. */
        Crowd gather(List<Priority> priorities) throws Exception {
            return new Crowd(this, priorities);
        }
    }

    private final List<BindTap> taps = new ArrayList<>();

    private Crowd(Watch watch, List<Priority> priorities) throws Exception {
        for (int i = 0; i < SIZE; i++) {
            taps.add(watch.client().open(watch.site().url(i, watch.body()), priorities.get(i)));
        }
        while (!taps.stream().allMatch(tap -> tap.taken() > 0)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** What each has brought so far. */
    long[] taken() {
        return taps.stream().mapToLong(BindTap::taken).toArray();
    }

    /** What each brings within a time. */
    long[] bring(long millis) throws InterruptedException {
        long[] before = taken();
        TimeUnit.MILLISECONDS.sleep(millis);
        long[] after = taken();
        for (int i = 0; i < after.length; i++) {
            after[i] -= before[i];
        }
        return after;
    }

    void raise(int number) {
        taps.get(number).binding().setPriority(Priority.URGENT);
    }

    @Override
    public void close() {
        taps.forEach(BindTap::abort);
        CompletableFuture.allOf(
                        taps.stream()
                                .map(tap -> tap.stopped().toCompletableFuture())
                                .toArray(CompletableFuture<?>[]::new))
                .orTimeout(STOP_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
