package org.bindhost.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies in a coding, lawful or not: RFC 9110, 8.4, RFC 1950 and RFC 1952. */
public final class CodingFaults {

    private static final int BOMB_BYTES = 1 << 20;
    private static final int MOST_BYTES = 16 << 20;

    private CodingFaults() {}

    /**
     * The entity comes in gzip. It is coded in memory, and so may have 16 MiB at most.
     *
     * @return the fault
     */
    public static Fault gzip() {
        return coded("gzip", "gzip");
    }

    /**
     * The entity comes in the coding {@code deflate}, with the header of zlib.
     *
     * @return the fault
     */
    public static Fault deflate() {
        return coded("deflate", "deflate");
    }

    /**
     * The entity comes in one coding, and another is named.
     *
     * @param coding {@code gzip}, {@code deflate} or {@code identity}
     * @param named what is said in {@code Content-Encoding}
     * @return the fault
     */
    public static Fault coded(String coding, String named) {
        return Fault.lie(
                coding + " called " + named,
                (request, honest) ->
                        honest.with("Content-Encoding", named)
                                .without("Accept-Ranges")
                                .body(Bytes.of(coded(coding, whole(honest.body())))));
    }

    /**
     * The entity comes in gzip, in which some bytes are changed.
     *
     * @param at which byte, and all of its sort behind it: every thousandth
     * @return the fault
     */
    public static Fault brokenGzip(int at) {
        return gzipThen(
                "broken gzip at " + at,
                coded -> {
                    for (int i = at; i < coded.length; i += 1000) {
                        coded[i] = (byte) (coded[i] ^ 0x55);
                    }
                    return coded;
                });
    }

    /**
     * The entity comes in gzip of which the end is missing, though the length says nothing of that.
     *
     * @param bytes how many bytes are left
     * @return the fault
     */
    public static Fault shortGzip(int bytes) {
        return gzipThen(
                "gzip of " + bytes + " bytes",
                coded -> Arrays.copyOf(coded, Math.min(bytes, coded.length)));
    }

    /**
     * The entity comes in gzip, behind which there is something else.
     *
     * @param trailing what
     * @return the fault
     */
    public static Fault trailedGzip(byte[] trailing) {
        return gzipThen(
                "gzip with " + trailing.length + " bytes behind", coded -> joined(coded, trailing));
    }

    /**
     * The entity comes in gzip of two members, split at a byte.
     *
     * @param at how many bytes are in the first
     * @return the fault
     */
    public static Fault twoMembers(int at) {
        return Fault.lie(
                "gzip of two members",
                (request, honest) -> {
                    byte[] whole = whole(honest.body());
                    byte[] first = coded("gzip", Arrays.copyOf(whole, at));
                    byte[] rest = coded("gzip", Arrays.copyOfRange(whole, at, whole.length));
                    return honest.with("Content-Encoding", "gzip")
                            .body(Bytes.of(joined(first, rest)));
                });
    }

    /**
     * Zeros come in gzip, about a thousand for each byte.
     *
     * @param megabytes how many MiB they are decoded, 1 or more
     * @return the fault
     */
    public static Fault bomb(int megabytes) {
        Bytes member = Bytes.of(coded("gzip", new byte[BOMB_BYTES]));
        return Fault.lie(
                "gzip bomb of " + megabytes + " MiB",
                (request, honest) ->
                        honest.with("Content-Encoding", "gzip").body(member.repeated(megabytes)));
    }

    private interface Change {
        byte[] of(byte[] coded);
    }

    private static Fault gzipThen(String name, Change change) {
        return Fault.lie(
                name,
                (request, honest) ->
                        honest.with("Content-Encoding", "gzip")
                                .body(Bytes.of(change.of(coded("gzip", whole(honest.body()))))));
    }

    private static byte[] whole(Bytes body) {
        if (body.length() > MOST_BYTES) {
            throw new IllegalArgumentException("too long to be coded here: " + body.length());
        }
        return body.array(0, (int) body.length());
    }

    private static byte[] coded(String coding, byte[] bytes) {
        var coded = new ByteArrayOutputStream();
        try (OutputStream out = coder(coding, coded)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing fails in memory", e);
        }
        return coded.toByteArray();
    }

    private static OutputStream coder(String coding, OutputStream to) throws IOException {
        return switch (coding) {
            case "gzip" -> new GZIPOutputStream(to);
            case "deflate" -> new DeflaterOutputStream(to);
            default -> to;
        };
    }

    private static byte[] joined(byte[] first, byte[] rest) {
        byte[] both = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, both, first.length, rest.length);
        return both;
    }
}
