package org.bindhost.testkit.fault;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A frame of HTTP/2: RFC 9113, 4.1 and 6. */
final class Frame {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 0x1;
    static final int ACK = 0x1;
    static final int END_HEADERS = 0x4;

    /** What any receiver takes. */
    static final int MOST_BYTES = 16 * 1024;

    private static final int PADDED = 0x8;
    private static final int PRIORITY = 0x20;
    private static final int PRIORITY_BYTES = 5;
    private static final int HEAD_BYTES = 9;

    private final int type;
    private final int flags;
    private final int stream;
    private final byte[] payload;

    /**
     * Makes a frame.
     *
     * @param type what it is
     * @param flags what is said by bits
     * @param stream of which stream, 0 for the connection
     * @param payload the rest
     */
    Frame(int type, int flags, int stream, byte[] payload) {
        this.type = type;
        this.flags = flags;
        this.stream = stream;
        this.payload = payload;
    }

    int type() {
        return type;
    }

    int stream() {
        return stream;
    }

    byte[] payload() {
        return payload;
    }

    static Frame read(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (length > MOST_BYTES) {
            throw new IOException("a frame of " + length + " bytes");
        }
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt() & Integer.MAX_VALUE;
        return new Frame(type, flags, stream, in.readNBytes(length));
    }

    static Frame of(int type, int stream, int... words) {
        var payload = ByteBuffer.allocate(words.length * Integer.BYTES);
        for (int word : words) {
            payload.putInt(word);
        }
        return new Frame(type, 0, stream, payload.array());
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    int word() {
        return ByteBuffer.wrap(payload).getInt();
    }

    /** The part of a block of fields that is in it. */
    byte[] fragment() {
        var rest = ByteBuffer.wrap(payload);
        int padding = has(PADDED) ? rest.get() & 0xFF : 0;
        if (type == HEADERS && has(PRIORITY)) {
            rest.position(rest.position() + PRIORITY_BYTES);
        }
        var fragment = new byte[rest.remaining() - padding];
        rest.get(fragment);
        return fragment;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEAD_BYTES + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }
}
