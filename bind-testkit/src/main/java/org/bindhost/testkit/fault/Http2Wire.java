package org.bindhost.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.bindhost.testkit.fault.Delivery.End;
import org.bindhost.testkit.fault.Request.Field;

/** An answer by HTTP/2: RFC 9113, 8. */
final class Http2Wire implements Wire {

    private static final int NO_ERROR = 0;
    private static final int INTERNAL_ERROR = 2;

    private final Http2Connection connection;
    private final int stream;

    Http2Wire(Http2Connection connection, int stream) {
        this.connection = connection;
        this.stream = stream;
    }

    /** Only what ends the connection can end within a frame: others would be written into it. */
    @Override
    public void partOfHead(Answer answer, long bytes, End end) throws IOException {
        byte[] frames = frames(fields(answer));
        if (end == End.CUT || end == End.RESET) {
            connection.write(Arrays.copyOf(frames, (int) Math.min(bytes, frames.length)));
        }
    }

    @Override
    public void head(Answer answer) throws IOException {
        connection.write(frames(fields(answer)));
    }

    private static List<Field> fields(Answer answer) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(":status", Integer.toString(answer.status())));
        for (Field field : answer.fields()) {
            fields.add(new Field(field.name().toLowerCase(Locale.ROOT), field.value()));
        }
        return fields;
    }

    private byte[] frames(List<Field> fields) {
        byte[] block = Hpack.write(fields);
        var frames = new ByteArrayOutputStream();
        int type = Frame.HEADERS;
        for (int at = 0; at < block.length; at += Frame.MOST_BYTES) {
            int end = Math.min(block.length, at + Frame.MOST_BYTES);
            int flags = end == block.length ? Frame.END_HEADERS : 0;
            byte[] fragment = Arrays.copyOfRange(block, at, end);
            frames.writeBytes(new Frame(type, flags, stream, fragment).bytes());
            type = Frame.CONTINUATION;
        }
        return frames.toByteArray();
    }

    @Override
    public void hostile(HostileHead head) throws IOException {
        switch (head) {
            case ENDLESS -> endless();
            case INTERIM_FOREVER -> {
                byte[] hint = frames(List.of(new Field(":status", "103")));
                for (long sent = 0; sent < HostileHead.MOST_BYTES; sent += hint.length) {
                    connection.write(hint);
                    connection.windows().check(stream);
                }
            }
            case NO_STATUS -> connection.write(frames(List.of(new Field("x-more", "no status"))));
            case BAD_STATUS -> connection.write(frames(List.of(new Field(":status", "2x0"))));
            case BAD_VERSION ->
                    connection.write(
                            frames(List.of(new Field(":status", "200"), new Field("X-Up", "1"))));
            case OTHER_PROTOCOL -> connection.write("220 ready\r\n331 no".getBytes(ISO_8859_1));
        }
    }

    private void endless() throws IOException {
        byte[] block = Hpack.write(List.of(new Field("x-more", "and more".repeat(1000))));
        connection.write(new Frame(Frame.HEADERS, 0, stream, Hpack.write(ok())).bytes());
        byte[] more = new Frame(Frame.CONTINUATION, 0, stream, block).bytes();
        for (long sent = 0; sent < HostileHead.MOST_BYTES; sent += more.length) {
            connection.write(more);
            connection.windows().check(stream);
        }
    }

    private static List<Field> ok() {
        return List.of(new Field(":status", "200"));
    }

    @Override
    public void body(byte[] bytes, int count, IntConsumer written) throws IOException {
        int from = 0;
        while (from < count) {
            int most = Math.min(Frame.MOST_BYTES, count - from);
            int taken = connection.windows().take(stream, most);
            byte[] data = Arrays.copyOfRange(bytes, from, from + taken);
            written.accept(taken);
            connection.write(new Frame(Frame.DATA, 0, stream, data));
            from += taken;
        }
    }

    @Override
    public void end(End end) throws IOException {
        switch (end) {
            case ORDERLY, EARLY ->
                    connection.write(new Frame(Frame.DATA, Frame.END_STREAM, stream, new byte[0]));
            case STALL -> connection.windows().awaitEnd(stream);
            case RESET -> connection.link().reset();
            case STREAM_RESET ->
                    connection.write(Frame.of(Frame.RST_STREAM, stream, INTERNAL_ERROR));
            case GOAWAY_WITHOUT -> {
                goAway(Math.max(0, stream - 2));
                connection.link().cut();
            }
            default -> connection.link().cut();
        }
    }

    @Override
    public void announceEnd() throws IOException {
        goAway(stream);
    }

    private void goAway(int last) throws IOException {
        connection.write(Frame.of(Frame.GOAWAY, 0, last, NO_ERROR));
    }

    @Override
    public void pause(Duration wait) throws IOException {
        connection.link().pause(wait);
        connection.windows().check(stream);
    }
}
