package org.bindhost.testkit.fault;

import static org.bindhost.testkit.fault.Http1Connection.bytes;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.bindhost.testkit.fault.Delivery.End;
import org.bindhost.testkit.fault.Entity.Framing;

/** An answer by HTTP/1.1: RFC 9112, 6. */
final class Http1Wire implements Wire {

    private final Link link;
    private final Framing framing;
    private final boolean bodiless;
    private boolean goesOn;

    Http1Wire(Link link, Sending sending) {
        this.link = link;
        this.framing = sending.answer().framing();
        this.bodiless = sending.isBodiless();
    }

    /** Whether another request may come. */
    boolean goesOn() {
        return goesOn;
    }

    private boolean isChunked() {
        return framing == Framing.CHUNKED && !bodiless;
    }

    private String text(Answer answer) {
        var text = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" So be it\r\n");
        answer.fields()
                .forEach(
                        field ->
                                text.append(field.name())
                                        .append(": ")
                                        .append(field.value())
                                        .append("\r\n"));
        if (isChunked()) {
            text.append("Transfer-Encoding: chunked\r\n");
        } else if (framing == Framing.CONNECTION) {
            text.append("Connection: close\r\n");
        }
        return text.append("\r\n").toString();
    }

    @Override
    public void partOfHead(Answer answer, long count, End end) throws IOException {
        byte[] head = bytes(text(answer));
        write(head, (int) Math.min(count, head.length));
    }

    @Override
    public void head(Answer answer) throws IOException {
        byte[] head = bytes(text(answer));
        write(head, head.length);
    }

    @Override
    public void hostile(HostileHead head) throws IOException {
        byte[] start = bytes(head.start());
        write(start, start.length);
        byte[] unit = bytes(head.unit().repeat(200));
        for (long sent = 0; unit.length > 0 && sent < HostileHead.MOST_BYTES; ) {
            write(unit, unit.length);
            sent += unit.length;
        }
    }

    @Override
    public void body(byte[] bytes, int count, IntConsumer written) throws IOException {
        written.accept(count);
        if (isChunked()) {
            byte[] size = bytes(Integer.toHexString(count) + "\r\n");
            write(size, size.length);
            write(bytes, count);
            write(bytes("\r\n"), 2);
        } else {
            write(bytes, count);
        }
    }

    private void write(byte[] bytes, int count) throws IOException {
        link.out().write(bytes, 0, count);
        link.out().flush();
    }

    @Override
    public void end(End end) throws IOException {
        switch (end) {
            case ORDERLY -> finish();
            case EARLY -> link.end();
            case STALL -> link.awaitEnd();
            case RESET, STREAM_RESET -> link.reset();
            case BAD_CHUNK -> badChunk();
            default -> link.cut();
        }
    }

    private void finish() throws IOException {
        if (isChunked()) {
            byte[] last = bytes("0\r\n\r\n");
            write(last, last.length);
        }
        goesOn = framing != Framing.CONNECTION;
        if (!goesOn) {
            link.end();
        }
    }

    private void badChunk() throws IOException {
        if (isChunked()) {
            byte[] bad = bytes("no-number\r\nbytes\r\n0\r\n\r\n");
            write(bad, bad.length);
        }
        link.cut();
    }

    @Override
    public void announceEnd() {
        // Of HTTP/2 only.
    }

    @Override
    public void pause(Duration wait) throws IOException {
        link.pause(wait);
    }
}
