package org.bindhost.core.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongPredicate;

/** Those who wait for a byte that has not come. Guarded by the lock of their spool. */
final class Waiters {

    private record Waiter(long offset, CompletableFuture<Void> told) {}

    private final List<Waiter> waiting = new ArrayList<>();

    CompletionStage<Void> waitFor(long offset) {
        var waiter = new Waiter(offset, new CompletableFuture<>());
        waiting.add(waiter);
        return waiter.told.minimalCompletionStage();
    }

    /** Takes those whose waiting is over, to be told without the lock. */
    List<CompletableFuture<Void>> take(LongPredicate isOver) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        var taken = new ArrayList<CompletableFuture<Void>>();
        waiting.removeIf(
                waiter -> {
                    boolean over = isOver.test(waiter.offset);
                    if (over) {
                        taken.add(waiter.told);
                    }
                    return over;
                });
        return taken;
    }
}
