package org.bindhost.shell;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow;

/** Publishes the bytes of a script in buffers of four, each overwritten when it was taken. */
final class ScriptedPublisher implements Flow.Publisher<ByteBuffer> {

    private static final int BUFFER_BYTES = 4;

    private final Script script;
    private final ScriptedBinding binding;

    ScriptedPublisher(Script script, ScriptedBinding binding) {
        this.script = script;
        this.binding = binding;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Delivery(subscriber));
    }

    /** Delivers what was requested; a request from within {@code onNext} is served after it. */
    private final class Delivery implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final ByteBuffer source = ByteBuffer.wrap(script.bytes());
        private long requested;
        private boolean busy;
        private boolean ended;

        Delivery(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long buffers) {
            requested += buffers;
            if (!busy) {
                busy = true;
                deliver();
                busy = false;
            }
        }

        @Override
        public void cancel() {
            ended = true;
            binding.abort();
        }

        private void deliver() {
            while (!ended && requested > 0 && source.hasRemaining()) {
                requested--;
                byte[] chunk = new byte[Math.min(BUFFER_BYTES, source.remaining())];
                source.get(chunk);
                ByteBuffer buffer = ByteBuffer.wrap(chunk);
                subscriber.onNext(buffer.asReadOnlyBuffer());
                Arrays.fill(chunk, (byte) 0);
            }
            if (!ended && !source.hasRemaining()) {
                end();
            }
        }

        private void end() {
            switch (script.ending()) {
                case COMPLETES -> {
                    ended = true;
                    subscriber.onComplete();
                    binding.complete(script.bytes().length);
                }
                case FAILS -> {
                    ended = true;
                    subscriber.onError(script.failure().orElseThrow());
                    binding.fail(script.failure().orElseThrow());
                }
                default -> {
                    // Nothing more comes.
                }
            }
        }
    }
}
