package org.example.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EntryChannelTest {

    private static final int ROUNDS = 3_000;
    private static final byte[] ARCHIVE = TestArchive.of(Map.of("a", new byte[100_000]));

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @TempDir Path directory;

    @AfterEach
    void end() {
        other.shutdownNow();
    }

    @Test
    void closedFromAnotherThreadItLetsGoAfterTheReadUnderWay() throws Exception {
        Path file = Files.write(directory.resolve("a.zip"), ARCHIVE);
        for (int round = 0; round < ROUNDS; round++) {
            var zip = new WatchedZip(file.toFile());
            var channel = new EntryChannel(zip, zip.getEntry("a"));
            var start = new AtomicInteger(2);
            var reading = CompletableFuture.supplyAsync(() -> readAll(channel, start), other);

            meet(start);
            channel.close();

            assertThat(reading.get()).isEmpty();
            assertThat(zip.closed).isTrue();
        }
    }

    /** Returns what went wrong; to be told that it is closed is right. */
    private static Optional<Exception> readAll(EntryChannel channel, AtomicInteger start) {
        var bytes = ByteBuffer.allocate(1_000);
        meet(start);
        try {
            while (channel.read(bytes.clear()) >= 0) {
                Thread.onSpinWait();
            }
            return Optional.empty();
        } catch (ClosedChannelException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static void meet(AtomicInteger start) {
        start.decrementAndGet();
        while (start.get() > 0) {
            Thread.onSpinWait();
        }
    }

    private static final class WatchedZip extends ZipFile {

        private volatile boolean closed;

        WatchedZip(File file) throws IOException {
            super(file);
        }

        @Override
        public void close() throws IOException {
            super.close();
            closed = true;
        }
    }
}
