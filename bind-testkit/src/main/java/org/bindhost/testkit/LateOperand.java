package org.bindhost.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.LeftOperand;

/** What stands to the left of a name, and is there only when the test says so. */
final class LateOperand implements LeftOperand {

    private final LeftOperand left;
    private final CompletableFuture<Void> arrival = new CompletableFuture<>();

    LateOperand(LeftOperand left) {
        this.left = left;
    }

    /** Gives it to whoever has asked, within this call, and to whoever asks from now on. */
    void arrive() {
        arrival.complete(null);
    }

    @Override
    public Moniker moniker() {
        return left.moniker();
    }

    @Override
    public <T> CompletionStage<T> as(Class<T> type) {
        return arrival.thenCompose(there -> left.as(type)).minimalCompletionStage();
    }
}
