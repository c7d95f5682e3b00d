package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.PendingException;
import org.bindhost.storage.ReadResult;

/** Reads what a bind gives, whatever type that is, and compares each byte with what was sent. */
final class ModelReader {

    private final byte[] expected;
    private final BooleanSupplier mayFail;
    private final Consumer<AssertionError> wrong;
    private int at;
    private boolean atEnd;
    private boolean reading;
    private Optional<Flow.Subscription> subscription = Optional.empty();

    /**
     * Creates a reader, on a thread where reads do not wait.
     *
     * @param mayFail whether there is a reason why a read should fail
     * @param wrong told what must not be
     */
    ModelReader(byte[] expected, BooleanSupplier mayFail, Consumer<AssertionError> wrong) {
        this.expected = expected;
        this.mayFail = mayFail;
        this.wrong = wrong;
    }

    int read() {
        return at;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /** Reads so many bytes, or what there is; not within another read, which may call back. */
    void read(Object content, int most) {
        alone(() -> readNow(content, most));
    }

    private void alone(Runnable read) {
        if (!reading) {
            reading = true;
            read.run();
            reading = false;
        }
    }

    private void readNow(Object content, int most) {
        if (content instanceof InputStream in) {
            read(in, most);
        } else if (content instanceof ReadableByteChannel channel) {
            read(channel, most);
        } else if (content instanceof LockBytes bytes) {
            read(bytes, most);
        } else if (content instanceof Flow.Publisher<?> publisher) {
            request(publisher, 1 + most / 1000);
        }
    }

    /** Reads at any place, where that can be done, and goes on where it was. */
    void readAt(Object content, int offset, int most) {
        alone(() -> readNowAt(content, offset, most));
    }

    private void readNowAt(Object content, int offset, int most) {
        int former = at;
        boolean wasAtEnd = atEnd;
        at = offset;
        if (content instanceof SeekableByteChannel channel) {
            readAt(channel, former, most);
        } else if (content instanceof LockBytes bytes) {
            read(bytes, most);
        }
        assertThat(!atEnd || wasAtEnd || offset >= expected.length).as("too early an end").isTrue();
        at = former;
        atEnd = wasAtEnd;
    }

    private void readAt(SeekableByteChannel channel, int former, int most) {
        try {
            channel.position(at);
            read(channel, most);
            channel.position(former);
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(Throwable e) {
        assertThat(mayFail.getAsBoolean()).as("a read fails for no reason: " + e).isTrue();
    }

    private void read(InputStream in, int most) {
        byte[] into = new byte[most];
        try {
            int count = in.read(into, 0, most);
            if (count < 0) {
                atEnd = true;
            } else {
                take(ByteBuffer.wrap(into, 0, count));
            }
        } catch (PendingException e) {
            // none are there yet
        } catch (IOException e) {
            failed(e);
        }
    }

    private void read(ReadableByteChannel channel, int most) {
        var into = ByteBuffer.allocate(most);
        try {
            if (channel.read(into) < 0) {
                atEnd = true;
            } else {
                take(into.flip());
            }
        } catch (PendingException e) {
            // none are there yet
        } catch (IOException e) {
            failed(e);
        }
    }

    private void read(LockBytes bytes, int most) {
        var into = ByteBuffer.allocate(most);
        try {
            ReadResult result = bytes.readAt(at, into);
            if (result instanceof ReadResult.End) {
                atEnd = true;
            } else if (result instanceof ReadResult.Bytes) {
                take(into.flip());
            }
        } catch (IOException e) {
            failed(e);
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
            if (content instanceof AutoCloseable result) {
                result.close();
            }
            subscription.ifPresent(Flow.Subscription::cancel);
        } catch (Exception e) { // as AutoCloseable declares
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
            checked(
                    () -> {
                        assertThat(atEnd).isFalse();
                        take((ByteBuffer) item);
                    });
        }

        @Override
        public void onError(Throwable thrown) {
            checked(
                    () -> {
                        assertThat(atEnd).as("an error after the end").isFalse();
                        failed(thrown);
                    });
        }

        @Override
        public void onComplete() {
            checked(
                    () -> {
                        assertThat(atEnd).as("a second end").isFalse();
                        atEnd = true;
                    });
        }

        /** Whoever publishes may survive what a subscriber throws, so it is kept as well. */
        private void checked(Runnable heard) {
            try {
                heard.run();
            } catch (AssertionError e) {
                wrong.accept(e);
                throw e;
            }
        }
    }
}
