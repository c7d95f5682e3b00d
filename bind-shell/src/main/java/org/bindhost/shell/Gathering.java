package org.bindhost.shell;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;

/** Transfers many names at once, and waits for the last of them. */
final class Gathering {

    private static final long REPAINT_MILLIS = 100;

    /** More than ever move at once, few enough that what is pushed to them fits in memory. */
    private static final int MOST_AT_ONCE = 128;

    private final Call call;
    private final Optional<ProgressBars> bars;
    private final Consumer<TransferReport> announce;
    private final BlockingQueue<TransferReport> ended = new LinkedBlockingQueue<>();
    private final Map<String, Transfer> running = new LinkedHashMap<>();
    private long lastPaint;
    private boolean interrupted;

    /**
     * Prepares it.
     *
     * @param call the call
     * @param bars where progress is painted, if it is
     * @param announce told of each end as it comes, on the calling thread
     */
    Gathering(Call call, Optional<ProgressBars> bars, Consumer<TransferReport> announce) {
        this.call = call;
        this.bars = bars;
        this.announce = announce;
        this.lastPaint = call.nanoTime().getAsLong();
    }

    /** Transfers all, and returns how each ended, in the order of their end. */
    List<TransferReport> run(List<Errand> errands, BindOptions options, BindInfo info) {
        Iterator<Errand> waiting = errands.iterator();
        List<TransferReport> reports = new ArrayList<>();
        while (reports.size() < errands.size()) {
            try {
                startSome(waiting, options, info);
                next().ifPresent(report -> reports.add(settle(report)));
                repaint();
            } catch (InterruptedException e) {
                interrupted = true;
                running.values().forEach(Transfer::abort);
            }
        }
        bars.ifPresent(ProgressBars::clear);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return reports;
    }

    private void startSome(Iterator<Errand> waiting, BindOptions options, BindInfo info) {
        while (waiting.hasNext() && running.size() < MOST_AT_ONCE) {
            Errand errand = waiting.next();
            Transfer transfer = new Transfer(errand, call, options, info);
            running.put(errand.name(), transfer);
            if (interrupted) {
                transfer.abort();
            }
            transfer.start().thenAccept(ended::add);
        }
    }

    private Optional<TransferReport> next() throws InterruptedException {
        return bars.isPresent()
                ? Optional.ofNullable(ended.poll(REPAINT_MILLIS, TimeUnit.MILLISECONDS))
                : Optional.of(ended.take());
    }

    private TransferReport settle(TransferReport report) {
        running.remove(report.name());
        bars.ifPresent(ProgressBars::clear);
        announce.accept(report);
        return report;
    }

    private void repaint() {
        long now = call.nanoTime().getAsLong();
        if (bars.isPresent() && now - lastPaint >= TimeUnit.MILLISECONDS.toNanos(REPAINT_MILLIS)) {
            bars.get().paint(running.values().stream().map(Transfer::gauge).toList());
            lastPaint = now;
        }
    }
}
