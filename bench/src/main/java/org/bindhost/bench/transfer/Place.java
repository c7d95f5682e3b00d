package org.bindhost.bench.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory of the run's own, with what is served from it; deleted at its end. */
final class Place implements AutoCloseable {

    private static final int PIECE_BYTES = 1 << 20;

    private final Path directory;

    Place() throws IOException {
        directory = Files.createTempDirectory("bindhost-bench-");
    }

    Path directory() {
        return directory;
    }

    /** Makes a file of a length, with something in each of its blocks. */
    Path file(String name, long length) throws IOException {
        Path file = directory.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        var piece = ByteBuffer.allocate(PIECE_BYTES);
        for (int i = 0; i < PIECE_BYTES; i++) {
            piece.put(i, (byte) (i * 31 + (i >> 8)));
        }
        var options = List.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options.toArray(StandardOpenOption[]::new))) {
            while (channel.position() < length) {
                long left = length - channel.position();
                channel.write(piece.clear().limit((int) Math.min(left, PIECE_BYTES)));
            }
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
