package org.bindhost.bench.transfer.client;

import java.util.concurrent.CompletionStage;
import org.bindhost.bind.Binding;

/**
 * What a bind publishes, and its handle.
 *
 * @param bytes its subscriber
 * @param binding its handle
 */
public record BindTap(Tap bytes, Binding binding) implements Tap {

    @Override
    public long taken() {
        return bytes.taken();
    }

    @Override
    public void hold() {
        bytes.hold();
    }

    @Override
    public void go() {
        bytes.go();
    }

    @Override
    public void abort() {
        binding.abort();
    }

    /** Everything was taken, and the client has heard of it. */
    @Override
    public CompletionStage<Long> done() {
        return bytes.done().thenCombine(binding.completion(), (length, outcome) -> length);
    }

    @Override
    public CompletionStage<?> stopped() {
        return binding.completion();
    }
}
