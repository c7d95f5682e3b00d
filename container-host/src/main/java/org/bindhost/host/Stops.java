package org.bindhost.host;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bindhost.bind.Binding;

/** Ends binds, and waits until their clients have heard of it. */
final class Stops {

    private Stops() {}

    static void abortAndWait(Collection<Binding> bindings, Duration most) {
        var all = List.copyOf(bindings);
        all.forEach(Binding::abort);
        var stops =
                all.stream()
                        .map(binding -> binding.completion().toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(stops).get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            System.getLogger(Stops.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "{0} binds were aborted, but their callbacks have not returned within {1}",
                            all.size(),
                            most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a completion is always normal", e);
        }
    }
}
