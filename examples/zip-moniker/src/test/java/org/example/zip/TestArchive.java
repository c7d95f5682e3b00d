package org.example.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives made for a test, well or badly. */
final class TestArchive {

    private static final int ENTRY_SIGNATURE = 0x02014b50; // in the directory at the end
    private static final int FLAGS_OFFSET = 8;
    private static final int METHOD_OFFSET = 10;
    private static final int CHECK_SUM_OFFSET = 16;
    private static final int LENGTH_OFFSET = 24;

    private TestArchive() {}

    /** A name that ends in a slash is a directory. */
    static byte[] of(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Says that its only entry is encrypted. */
    static byte[] encrypted(byte[] archive) {
        return changed(archive, FLAGS_OFFSET, 1);
    }

    /** Says that its only entry is compressed in a way that the JDK does not know. */
    static byte[] compressedOtherwise(byte[] archive) {
        return changed(archive, METHOD_OFFSET, 1);
    }

    /** Says that its only entry has other bytes than it has. */
    static byte[] claiming(byte[] bytes, byte[] archive) {
        var sum = new CRC32();
        sum.update(bytes);
        var copy = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        copy.putInt(entry(copy) + CHECK_SUM_OFFSET, (int) sum.getValue());
        copy.putInt(entry(copy) + LENGTH_OFFSET, bytes.length);
        return copy.array();
    }

    private static byte[] changed(byte[] archive, int offset, int difference) {
        var copy = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int at = entry(copy) + offset;
        copy.putShort(at, (short) (copy.getShort(at) + difference));
        return copy.array();
    }

    private static int entry(ByteBuffer archive) {
        int at = 0;
        while (archive.getInt(at) != ENTRY_SIGNATURE) {
            at++;
        }
        return at;
    }
}
