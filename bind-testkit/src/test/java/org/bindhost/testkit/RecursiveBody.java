package org.bindhost.testkit;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.bindhost.spi.Body;

/** A body that delivers within the grant even if the grant came from within a delivery. */
final class RecursiveBody implements Body {

    private final ByteBuffer content;
    private Optional<Receiver> receiver = Optional.empty();
    private boolean over;

    RecursiveBody(byte[] content) {
        this.content = ByteBuffer.wrap(content);
    }

    @Override
    public void start(Receiver starting) {
        receiver = Optional.of(starting);
    }

    @Override
    public void request(long bytes) {
        int length = (int) Math.min(bytes, content.remaining());
        if (over) {
            return;
        }
        if (length == 0) {
            over = true;
            receiver.orElseThrow().onComplete();
            return;
        }
        var piece = content.slice(content.position(), length);
        content.position(content.position() + length);
        receiver.orElseThrow().onBytes(piece);
    }

    @Override
    public void cancel() {
        over = true;
    }
}
