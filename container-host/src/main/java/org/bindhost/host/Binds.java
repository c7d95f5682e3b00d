package org.bindhost.host;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bindhost.bind.Binding;

/** Binds that end together: those of a document, those of one client in it. */
final class Binds {

    private final Map<Binding, Mediator> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Takes a bind in; one that comes after the group was closed is aborted at once. */
    void add(Binding binding, Mediator mediator) {
        underWay.put(binding, mediator);
        if (closed) {
            binding.abort();
        }
    }

    void remove(Binding binding) {
        underWay.remove(binding);
    }

    int size() {
        return underWay.size();
    }

    /** Ends all binds, now and to come, and waits a bounded time until that was heard. */
    void close(Duration most) {
        closed = true;
        abortAll(most);
    }

    /**
     * Ends the binds there are, and waits a bounded time until that was heard; not for the one in
     * whose callback this is called.
     */
    void abortAll(Duration most) {
        var all = Map.copyOf(underWay);
        all.keySet().forEach(Binding::abort);
        List<CompletableFuture<?>> stops =
                all.entrySet().stream()
                        .filter(bind -> !bind.getValue().isCurrent())
                        .<CompletableFuture<?>>map(
                                bind -> bind.getKey().completion().toCompletableFuture())
                        .toList();
        await(stops, most);
    }

    private static void await(List<CompletableFuture<?>> stops, Duration most) {
        try {
            CompletableFuture.allOf(stops.toArray(CompletableFuture<?>[]::new))
                    .get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            System.getLogger(Binds.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "{0} binds were aborted, but their callbacks have not returned within {1}",
                            stops.size(),
                            most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a completion is always normal", e);
        }
    }
}
