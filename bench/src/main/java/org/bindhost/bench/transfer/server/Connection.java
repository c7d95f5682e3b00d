package org.bindhost.bench.transfer.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One connection: a request, its answer, and the next. */
final class Connection {

    /** What can be written by one call, of nothing but zeros. */
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(256 * 1024);

    private static final int REQUEST_BYTES = 4 * 1024;

    /** What answers requests. */
    interface Answers {

        /** Makes the answer of a path. */
        Answer answer(String path);

        /** A body has begun. */
        void began();

        /** So many bytes of bodies were taken by a socket. */
        void sent(long bytes);

        /** A body has ended, or was given up. */
        void ended();
    }

    /**
     * What is answered.
     *
     * @param head its head, and its body if that is text
     * @param body its body otherwise
     */
    record Answer(String head, Optional<Body> body) {}

    private final SocketChannel channel;
    private final Answers answers;
    private final StringBuilder request = new StringBuilder();
    private ByteBuffer head = ByteBuffer.allocate(0);
    private Optional<Body> body = Optional.empty();

    Connection(SocketChannel channel, Answers answers) {
        this.channel = channel;
        this.answers = answers;
    }

    /** Takes what has come; tells whether the other side is still there. */
    boolean read() throws IOException {
        var in = ByteBuffer.allocate(REQUEST_BYTES);
        int count = channel.read(in);
        if (count < 0) {
            return false;
        }
        request.append(US_ASCII.decode(in.flip()));
        int end = request.indexOf("\r\n\r\n");
        if (end >= 0) {
            String path = request.substring(0, end).split(" ", -1)[1];
            request.setLength(0);
            var answer = answers.answer(path);
            head = ByteBuffer.wrap(answer.head().getBytes(US_ASCII));
            body = answer.body();
            body.ifPresent(begun -> answers.began());
        }
        return true;
    }

    /** Writes what may be written; tells whether the socket would not take all of it. */
    boolean write(long nanos) throws IOException {
        channel.write(head);
        if (head.hasRemaining()) {
            return true;
        }
        return body.isPresent() && write(body.get(), nanos);
    }

    private boolean write(Body present, long nanos) throws IOException {
        for (long ready = present.ready(nanos); ready > 0; ready = present.ready(nanos)) {
            int most = (int) Math.min(ready, ZEROS.capacity());
            int count = channel.write(ZEROS.duplicate().limit(most));
            if (count > 0) {
                present.wrote(count);
                answers.sent(count);
            }
            if (count < most) {
                return true;
            }
        }
        if (present.isOver()) {
            forget();
        }
        return false;
    }

    /** When to look again, though nothing has happened; 0 for never. */
    long tickMillis() {
        return body.map(Body::tickMillis).orElse(0L);
    }

    private void forget() {
        body.ifPresent(
                present -> {
                    present.close();
                    answers.ended();
                });
        body = Optional.empty();
    }

    void close() {
        forget();
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
