package org.bindhost.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.DataAvailable;

/**
 * A callback that writes down what it hears, in order:
 *
 * <ul>
 *   <li>{@code info}, {@code start}
 *   <li>{@code progress:CONNECTING 127.0.0.1}: the status and its text
 *   <li>{@code data:5}, {@code data:first:5}, {@code data:last:9}, {@code data:first,last:9}: with
 *       the bytes available
 *   <li>{@code object:} and the object's own text
 *   <li>{@code stop:COMPLETED 9}, {@code stop:FAILED NOT_FOUND}, {@code stop:ABORTED}
 *   <li>{@code two at once} in front of a call that came during another
 * </ul>
 *
 * <p><b>Threads.</b> Any thread may call any method.
 */
public final class Recorder implements BindStatusCallback {

    private final BindInfo info;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Map<String, Action> actions = new ConcurrentHashMap<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicReference<Binding> binding = new AtomicReference<>();
    private final AtomicReference<DataAvailable> data = new AtomicReference<>();
    private final CompletableFuture<BindOutcome> stopped = new CompletableFuture<>();

    /** What to do when something is heard. */
    @FunctionalInterface
    public interface Action {
        /**
         * Does it, within the callback.
         *
         * @throws BindException to have the callback throw it
         */
        void run() throws BindException;
    }

    /**
     * Creates a recorder.
     *
     * @param info what to answer when asked how to bind
     */
    public Recorder(BindInfo info) {
        this.info = info;
    }

    /**
     * Has something done in every callback of one kind, after it was written down.
     *
     * @param event what the entry begins with, such as {@code "start"}, {@code "data:first"}
     * @param action what to do, in place of an earlier one for the same beginning
     * @return this recorder
     */
    public Recorder when(String event, Action action) {
        actions.put(event, action);
        return this;
    }

    /**
     * Returns what was heard so far.
     *
     * @return the entries, in order; a copy
     */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /**
     * Returns the handle of the bind.
     *
     * @return what came with the start, or empty before
     */
    public Optional<Binding> binding() {
        return Optional.ofNullable(binding.get());
    }

    /**
     * Returns the newest notice of data.
     *
     * @return the notice, or empty before the first
     */
    public Optional<DataAvailable> data() {
        return Optional.ofNullable(data.get());
    }

    /**
     * Returns a stage that completes with the outcome heard.
     *
     * @return the stage
     */
    public CompletionStage<BindOutcome> stopped() {
        return stopped.minimalCompletionStage();
    }

    @Override
    public BindInfo getBindInfo() throws BindException {
        hear("info");
        return info;
    }

    @Override
    public void onStartBinding(Binding started) throws BindException {
        binding.set(started);
        hear("start");
    }

    @Override
    public void onProgress(BindProgress progress) throws BindException {
        hear("progress:" + progress.status() + " " + progress.text());
    }

    @Override
    public void onDataAvailable(DataAvailable available) throws BindException {
        data.set(available);
        String marks = (available.first() ? "first" : "") + (available.last() ? ",last" : "");
        String shown = marks.startsWith(",") ? marks.substring(1) : marks;
        hear("data:" + shown + (shown.isEmpty() ? "" : ":") + available.available());
    }

    @Override
    public void onObjectAvailable(Object object) throws BindException {
        hear("object:" + object);
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        try {
            hear("stop:" + outcome.state() + detail(outcome));
        } catch (BindException e) {
            throw new IllegalStateException("a stop cannot be answered with a failure", e);
        } finally {
            stopped.complete(outcome);
        }
    }

    private static String detail(BindOutcome outcome) {
        if (outcome instanceof BindOutcome.Completed completed) {
            return " " + completed.length();
        }
        return outcome instanceof BindOutcome.Failed failed ? " " + failed.cause().reason() : "";
    }

    private void hear(String entry) throws BindException {
        if (inside.getAndIncrement() > 0) {
            heard.add("two at once");
        }
        try {
            heard.add(entry);
            for (var hook : actions.entrySet()) {
                if (entry.startsWith(hook.getKey())) {
                    hook.getValue().run();
                }
            }
        } finally {
            inside.decrementAndGet();
        }
    }
}
