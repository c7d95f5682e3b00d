package org.bindhost.core.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Those who wait for a byte that has not come. Guarded by the lock of their spool. */
final class Waiters {

    /** Whether someone need not wait any more. */
    interface Over {
        boolean test(Reader reader, long offset);
    }

    private record Waiter(Reader reader, long offset, CompletableFuture<Void> told) {}

    private final List<Waiter> waiting = new ArrayList<>();

    CompletionStage<Void> waitFor(Reader reader, long offset) {
        var waiter = new Waiter(reader, offset, new CompletableFuture<>());
        waiting.add(waiter);
        return waiter.told.minimalCompletionStage();
    }

    /** Takes those whose waiting is over, to be told without the lock. */
    List<CompletableFuture<Void>> take(Over isOver) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        var taken = new ArrayList<CompletableFuture<Void>>();
        waiting.removeIf(
                waiter -> {
                    boolean over = isOver.test(waiter.reader, waiter.offset);
                    if (over) {
                        taken.add(waiter.told);
                    }
                    return over;
                });
        return taken;
    }

    /** Tells those that were taken, where they are told. */
    static void tell(List<CompletableFuture<Void>> waiting, Executor telling) {
        for (CompletableFuture<Void> told : waiting) {
            try {
                telling.execute(() -> told.complete(null));
            } catch (RejectedExecutionException e) {
                told.complete(null); // the engine is closing, and nobody may be left waiting
            }
        }
    }
}
