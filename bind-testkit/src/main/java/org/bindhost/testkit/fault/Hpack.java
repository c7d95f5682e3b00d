package org.bindhost.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bindhost.testkit.fault.Request.Field;

/** The fields of one connection of HTTP/2, read and written: RFC 7541. One thread reads. */
final class Hpack {

    private static final int TABLE_BYTES = 4096;
    private static final int ENTRY_BYTES = 32;

    private static final List<Field> STATIC =
            List.of(
                    f(":authority"),
                    f(":method", "GET"),
                    f(":method", "POST"),
                    f(":path", "/"),
                    f(":path", "/index.html"),
                    f(":scheme", "http"),
                    f(":scheme", "https"),
                    f(":status", "200"),
                    f(":status", "204"),
                    f(":status", "206"),
                    f(":status", "304"),
                    f(":status", "400"),
                    f(":status", "404"),
                    f(":status", "500"),
                    f("accept-charset"),
                    f("accept-encoding", "gzip, deflate"),
                    f("accept-language"),
                    f("accept-ranges"),
                    f("accept"),
                    f("access-control-allow-origin"),
                    f("age"),
                    f("allow"),
                    f("authorization"),
                    f("cache-control"),
                    f("content-disposition"),
                    f("content-encoding"),
                    f("content-language"),
                    f("content-length"),
                    f("content-location"),
                    f("content-range"),
                    f("content-type"),
                    f("cookie"),
                    f("date"),
                    f("etag"),
                    f("expect"),
                    f("expires"),
                    f("from"),
                    f("host"),
                    f("if-match"),
                    f("if-modified-since"),
                    f("if-none-match"),
                    f("if-range"),
                    f("if-unmodified-since"),
                    f("last-modified"),
                    f("link"),
                    f("location"),
                    f("max-forwards"),
                    f("proxy-authenticate"),
                    f("proxy-authorization"),
                    f("range"),
                    f("referer"),
                    f("refresh"),
                    f("retry-after"),
                    f("server"),
                    f("set-cookie"),
                    f("strict-transport-security"),
                    f("transfer-encoding"),
                    f("user-agent"),
                    f("vary"),
                    f("via"),
                    f("www-authenticate"));

    private final Deque<Field> dynamic = new ArrayDeque<>();
    private int used;
    private int most = TABLE_BYTES;

    private static Field f(String name) {
        return new Field(name, "");
    }

    private static Field f(String name, String value) {
        return new Field(name, value);
    }

    List<Field> read(byte[] block) throws IOException {
        var in = ByteBuffer.wrap(block);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            int first = in.get(in.position()) & 0xFF;
            if (first >= 0x80) {
                fields.add(field(number(in, 7)));
            } else if (first >= 0x40) {
                Field field = literal(in, 6);
                fields.add(field);
                insert(field);
            } else if (first >= 0x20) {
                most = number(in, 5);
                shrink();
            } else {
                fields.add(literal(in, 4));
            }
        }
        return fields;
    }

    private Field literal(ByteBuffer in, int bits) throws IOException {
        int index = number(in, bits);
        String name = index == 0 ? text(in) : field(index).name();
        return new Field(name, text(in));
    }

    private Field field(int index) throws IOException {
        if (index < 1 || index > STATIC.size() + dynamic.size()) {
            throw new IOException("no field " + index);
        }
        return index <= STATIC.size()
                ? STATIC.get(index - 1)
                : dynamic.stream().skip(index - STATIC.size() - 1L).findFirst().orElseThrow();
    }

    private void insert(Field field) {
        dynamic.addFirst(field);
        used += size(field);
        shrink();
    }

    private void shrink() {
        while (used > most) {
            used -= size(dynamic.removeLast());
        }
    }

    private static int size(Field field) {
        return field.name().length() + field.value().length() + ENTRY_BYTES;
    }

    private static int number(ByteBuffer in, int bits) {
        int mask = (1 << bits) - 1;
        int value = in.get() & mask;
        if (value < mask) {
            return value;
        }
        int next = 0x80;
        for (int shift = 0; next >= 0x80; shift += 7) {
            next = in.get() & 0xFF;
            value += (next & 0x7F) << shift;
        }
        return value;
    }

    private static String text(ByteBuffer in) throws IOException {
        boolean isCoded = (in.get(in.position()) & 0x80) != 0;
        var bytes = new byte[number(in, 7)];
        in.get(bytes);
        return new String(isCoded ? Huffman.decode(bytes) : bytes, ISO_8859_1);
    }

    /** Writes fields as literals that nobody keeps, with whatever is in them. */
    static byte[] write(List<Field> fields) {
        var block = new ByteArrayOutputStream();
        for (Field field : fields) {
            block.write(0);
            writeText(field.name(), block);
            writeText(field.value(), block);
        }
        return block.toByteArray();
    }

    private static void writeText(String text, ByteArrayOutputStream to) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        int rest = bytes.length - 0x7F;
        to.write(Math.min(bytes.length, 0x7F));
        while (rest >= 0x80) {
            to.write((rest & 0x7F) | 0x80);
            rest >>= 7;
        }
        if (bytes.length >= 0x7F) {
            to.write(rest);
        }
        to.writeBytes(bytes);
    }
}
