package org.bindhost.core.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Binds that end together: those of a context, of a client's bundle, of the engine. */
final class BindGroup {

    private final Set<EngineBinding> bindings = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Takes a bind in; one that comes after the group was closed is aborted at once. */
    void add(EngineBinding binding) {
        bindings.add(binding);
        if (closed) {
            binding.abort();
        }
    }

    void remove(EngineBinding binding) {
        bindings.remove(binding);
    }

    List<EngineBinding> bindings() {
        return bindings.stream().sorted(Comparator.comparingLong(EngineBinding::id)).toList();
    }

    boolean isClosed() {
        return closed;
    }

    /** Aborts all binds, now and to come. */
    void close() {
        closed = true;
        bindings.forEach(EngineBinding::abort);
    }

    /**
     * Closes, and waits a bounded time until each stop was heard; not for one whose turn this is.
     */
    void closeAndWait(Duration most) {
        close();
        var stops =
                bindings.stream()
                        .filter(binding -> !binding.isInTurn())
                        .map(binding -> binding.completion().toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(stops).get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            System.getLogger(BindGroup.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "the callbacks of {0} binds have not returned within {1}",
                            bindings.size(),
                            most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a completion is always normal", e);
        }
    }
}
