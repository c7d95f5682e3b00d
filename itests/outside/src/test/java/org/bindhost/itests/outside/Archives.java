package org.bindhost.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The archives that the command is tried on. */
final class Archives {

    private static final int ENTRY_SIGNATURE = 0x02014b50; // in the directory at the end
    private static final int CHECK_SUM_OFFSET = 16;

    private Archives() {}

    /** Writes an archive, one of another check sum, and one that is far larger unpacked. */
    static void write(Path directory) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("inner.txt", "hello\n".getBytes(UTF_8));
        entries.put("Größe.txt", "grüße\n".getBytes(UTF_8));
        entries.put("b.jar", zip(Map.of("deep.txt", "deep\n".getBytes(UTF_8))));
        Files.write(directory.resolve("a.zip"), zip(entries));
        byte[] plain = zip(Map.of("inner.txt", "hello\n".getBytes(UTF_8)));
        Files.write(directory.resolve("damaged.zip"), damaged(plain));
        Files.write(directory.resolve("large.zip"), zip(Map.of("zeros", new byte[1 << 27])));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] damaged(byte[] archive) {
        var copy = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int entry = 0;
        while (copy.getInt(entry) != ENTRY_SIGNATURE) {
            entry++;
        }
        int at = entry + CHECK_SUM_OFFSET;
        return copy.putInt(at, ~copy.getInt(at)).array();
    }
}
