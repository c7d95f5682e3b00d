package org.bindhost.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindInfo;

/** Transfers many names at once, and waits for the last of them. */
final class Gathering {

    private static final long REPAINT_MILLIS = 100;

    private final Call call;
    private final Optional<ProgressBars> bars;
    private final Consumer<TransferReport> announce;
    private final BlockingQueue<TransferReport> ended = new LinkedBlockingQueue<>();
    private final Map<String, Transfer> running = new LinkedHashMap<>();
    private long lastPaint;

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
    List<TransferReport> run(List<Errand> errands, BindContext context, BindInfo info) {
        for (Errand errand : errands) {
            Transfer transfer = new Transfer(errand, call);
            running.put(errand.name(), transfer);
            transfer.start(call.engine().binder(), context, info).thenAccept(ended::add);
        }
        List<TransferReport> reports = new ArrayList<>();
        boolean interrupted = false;
        while (!running.isEmpty()) {
            try {
                next().ifPresent(report -> reports.add(settle(report)));
                repaint();
            } catch (InterruptedException e) {
                interrupted = true;
                context.close();
            }
        }
        bars.ifPresent(ProgressBars::clear);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return reports;
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
