package org.bindhost.bench.transfer.act;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bindhost.bench.transfer.Figures;
import org.bindhost.bench.transfer.client.BindClient;
import org.bindhost.bench.transfer.client.Client;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Binding;

/** Lets a body be pushed that nobody reads, to its end; and then reads it (T5). */
final class Unread implements Act {

    private static final long LOOK_MILLIS = 20;
    private static final double MEBI = 1 << 20;

    private final BindClient client;
    private final String url;
    private final long length;

    Unread(BindClient client, String url, long length) {
        this.client = client;
        this.url = url;
        this.length = length;
    }

    @Override
    public Figures round() throws Exception {
        var meter = new Meter();
        var result = client.unread(url);
        long heap = 0;
        long disk = 0;
        while (!result.binding().completion().toCompletableFuture().isDone()) {
            heap = Math.max(heap, heapInUse());
            disk = Math.max(disk, onDisk(client.engine().spool()));
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        var used = meter.used();
        check(result.binding());
        long read = Client.drain(result.await());
        return Figures.none()
                .with("heap peak MiB", heap / MEBI)
                .with("heap most MiB", Runtime.getRuntime().maxMemory() / MEBI)
                .with("disk peak MiB", disk / MEBI)
                .with("MB/s", length / 1e6 / used.seconds())
                .with("CPU s/GiB", used.cpuSeconds() * (1 << 30) / length)
                .with("MiB read", read / MEBI);
    }

    private static void check(Binding binding) {
        if (binding.state() != BindState.COMPLETED) {
            throw new IllegalStateException("it ended as " + binding.result());
        }
    }

    private static long heapInUse() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long onDisk(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(Unread::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
