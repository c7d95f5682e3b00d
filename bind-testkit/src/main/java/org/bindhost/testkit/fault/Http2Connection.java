package org.bindhost.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bindhost.testkit.fault.Request.Field;

/** Reads requests of HTTP/2 from a connection, and has each answered on a thread: RFC 9113. */
final class Http2Connection {

    private static final int REST_OF_PREFACE_BYTES = 6;
    private static final int MOST_STREAMS = 3;
    private static final int FIRST_WINDOW = 4;
    private static final int STREAMS = 100;
    private static final int SETTING_BYTES = 6;
    private static final int REFUSED_STREAM = 7;

    private final Link link;
    private final Site site;
    private final Executor threads;
    private final DataInputStream in;
    private final Hpack hpack = new Hpack();
    private final Windows windows = new Windows();
    private final Object writing = new Object();

    Http2Connection(Link link, Site site, Executor threads) {
        this.link = link;
        this.site = site;
        this.threads = threads;
        this.in = new DataInputStream(link.in());
    }

    /** Reads until the connection ends; what the preface begins with is read already. */
    void serve() throws IOException {
        try {
            in.skipNBytes(REST_OF_PREFACE_BYTES);
            byte[] streams =
                    ByteBuffer.allocate(SETTING_BYTES)
                            .putShort((short) MOST_STREAMS)
                            .putInt(STREAMS)
                            .array();
            write(new Frame(Frame.SETTINGS, 0, 0, streams));
            while (true) {
                take(Frame.read(in));
            }
        } finally {
            windows.close();
        }
    }

    private void take(Frame frame) throws IOException {
        switch (frame.type()) {
            case Frame.HEADERS -> request(frame);
            case Frame.DATA -> giveBack(frame);
            case Frame.RST_STREAM -> windows.close(frame.stream());
            case Frame.SETTINGS -> settings(frame);
            case Frame.PING -> pong(frame);
            case Frame.WINDOW_UPDATE -> windows.widen(frame.stream(), frame.word());
            default -> {
                // of no meaning to who only answers
            }
        }
    }

    private void request(Frame first) throws IOException {
        var block = new ByteArrayOutputStream();
        Frame frame = first;
        block.writeBytes(frame.fragment());
        while (!frame.has(Frame.END_HEADERS)) {
            frame = Frame.read(in);
            block.writeBytes(frame.payload());
        }
        Request request = request(hpack.read(block.toByteArray()));
        int stream = first.stream();
        windows.open(stream);
        try {
            threads.execute(() -> answer(stream, request));
        } catch (RejectedExecutionException e) {
            write(Frame.of(Frame.RST_STREAM, stream, REFUSED_STREAM));
        }
    }

    private static Request request(List<Field> fields) throws IOException {
        String method = "";
        String path = "";
        List<Field> rest = new ArrayList<>();
        for (Field field : fields) {
            switch (field.name()) {
                case ":method" -> method = field.value();
                case ":path" -> path = field.value();
                default -> rest.add(field);
            }
        }
        if (method.isEmpty() || path.isEmpty()) {
            throw new IOException("no request: " + fields);
        }
        return new Request("HTTP/2", method, path, rest);
    }

    private void answer(int stream, Request request) {
        try {
            site.answer(request).run(new Http2Wire(this, stream));
        } catch (IOException e) {
            // The client gave it up, or the connection with it.
        } finally {
            windows.close(stream);
        }
    }

    private void giveBack(Frame data) throws IOException {
        int count = data.payload().length;
        if (count > 0) {
            write(Frame.of(Frame.WINDOW_UPDATE, 0, count));
            write(Frame.of(Frame.WINDOW_UPDATE, data.stream(), count));
        }
    }

    private void settings(Frame frame) throws IOException {
        if (frame.has(Frame.ACK)) {
            return;
        }
        var settings = ByteBuffer.wrap(frame.payload());
        while (settings.hasRemaining()) {
            int setting = settings.getShort();
            int value = settings.getInt();
            if (setting == FIRST_WINDOW) {
                windows.first(value);
            }
        }
        write(new Frame(Frame.SETTINGS, Frame.ACK, 0, new byte[0]));
    }

    private void pong(Frame frame) throws IOException {
        if (!frame.has(Frame.ACK)) {
            write(new Frame(Frame.PING, Frame.ACK, 0, frame.payload()));
        }
    }

    void write(Frame frame) throws IOException {
        write(frame.bytes());
    }

    void write(byte[] bytes) throws IOException {
        synchronized (writing) {
            link.out().write(bytes);
            link.out().flush();
        }
    }

    Link link() {
        return link;
    }

    Windows windows() {
        return windows;
    }
}
