package org.bindhost.core.engine;

import static java.util.Objects.requireNonNull;

import org.bindhost.bind.Traffic;
import org.bindhost.core.schedule.Scheduler;

/** The transfers of an engine, steered together. */
final class EngineTraffic implements Traffic {

    private final Scheduler scheduler;

    EngineTraffic(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public boolean suspendAll() {
        return scheduler.suspendAll();
    }

    @Override
    public boolean resumeAll() {
        return scheduler.resumeAll();
    }

    @Override
    public boolean suspend(String document) {
        return scheduler.suspend(requireNonNull(document, "document"));
    }

    @Override
    public boolean resume(String document) {
        return scheduler.resume(requireNonNull(document, "document"));
    }

    @Override
    public void limit(String document, long bytesPerSecond) {
        requireNonNull(document, "document");
        if (bytesPerSecond < 0) {
            throw new IllegalArgumentException("a rate is 0 or more, not " + bytesPerSecond);
        }
        scheduler.documentRate(document, bytesPerSecond);
    }
}
