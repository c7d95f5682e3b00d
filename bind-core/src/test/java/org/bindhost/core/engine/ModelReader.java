package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import org.bindhost.storage.PendingException;

/** Reads what a bind gives, whatever type that is, and compares each byte with what was sent. */
final class ModelReader {

    private final byte[] expected;
    private final BooleanSupplier mayWait;
    private int at;
    private boolean atEnd;
    private Optional<Flow.Subscription> subscription = Optional.empty();

    /**
     * Creates a reader.
     *
     * @param mayWait whether a read has something to tell even if nothing is there
     */
    ModelReader(byte[] expected, BooleanSupplier mayWait) {
        this.expected = expected;
        this.mayWait = mayWait;
    }

    int read() {
        return at;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /** Reads so many bytes, or what there is. */
    void read(Object content, int most) {
        if (content instanceof InputStream in) {
            read(in, most);
        } else if (content instanceof Flow.Publisher<?> publisher) {
            request(publisher, 1 + most / 1000);
        }
    }

    private void read(InputStream in, int most) {
        byte[] into = new byte[most];
        try {
            if (in.available() == 0 && !mayWait.getAsBoolean()) {
                return; // outside of a callback a read would wait for ever
            }
            int count = in.read(into, 0, most);
            if (count < 0) {
                atEnd = true;
            } else {
                take(ByteBuffer.wrap(into, 0, count));
            }
        } catch (PendingException e) {
            // none are there yet
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty(); // closed, or the bind has failed
        }
    }

    private void request(Flow.Publisher<?> publisher, int buffers) {
        if (subscription.isEmpty()) {
            publisher.subscribe(new Comparing());
        }
        subscription.orElseThrow().request(buffers);
    }

    /** A file has all of it, from the last notice on. */
    void compare(Path file) {
        try {
            assertThat(Files.readAllBytes(file)).isEqualTo(expected);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        at = expected.length;
        atEnd = true;
    }

    void close(Object content) {
        try {
            if (content instanceof InputStream in) {
                in.close();
            }
            subscription.ifPresent(Flow.Subscription::cancel);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void take(ByteBuffer bytes) {
        int end = at + bytes.remaining();
        assertThat(end).as("more than was sent").isLessThanOrEqualTo(expected.length);
        assertThat(bytes).as("bytes from " + at).isEqualTo(ByteBuffer.wrap(expected, at, end - at));
        at = end;
    }

    /** Takes what is published. */
    private final class Comparing implements Flow.Subscriber<Object> {

        @Override
        public void onSubscribe(Flow.Subscription its) {
            subscription = Optional.of(its);
        }

        @Override
        public void onNext(Object item) {
            assertThat(atEnd).isFalse();
            take((ByteBuffer) item);
        }

        @Override
        public void onError(Throwable throwable) {
            assertThat(atEnd).as("an error after the end").isFalse();
        }

        @Override
        public void onComplete() {
            assertThat(atEnd).as("a second end").isFalse();
            atEnd = true;
        }
    }
}
