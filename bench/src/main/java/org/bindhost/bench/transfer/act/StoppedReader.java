package org.bindhost.bench.transfer.act;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.bindhost.bench.transfer.Figures;
import org.bindhost.bench.transfer.client.Client;
import org.bindhost.bench.transfer.client.Client.Form;
import org.bindhost.bench.transfer.client.Tap;

/**
 * Reads a little, stops, and looks how far the body came meanwhile (T4). What the server's socket
 * has taken and the reader has not is in the kernel, which tells how much, or in the process.
 */
final class StoppedReader implements Act {

    private static final int LITTLE_BYTES = 1 << 20;
    private static final long LOOK_MILLIS = 1;
    private static final double KIBI = 1024;

    private final Client client;
    private final Form form;
    private final int millis;
    private final SlowSite site;
    private final String url;
    private final long length;

    StoppedReader(Client client, Form form, int millis, SlowSite site, long length) {
        this.client = client;
        this.form = form;
        this.millis = millis;
        this.site = site;
        this.url = site.url(0, "flow/" + length);
        this.length = length;
    }

    @Override
    public Figures round() throws Exception {
        long before = site.ask().sentBytes();
        return form == Form.STREAM ? stream(before) : tap(before);
    }

    private Figures stream(long before) throws Exception {
        try (InputStream in = client.stream(url)) {
            long taken = in.readNBytes(LITTLE_BYTES).length;
            var figures = stopped(before, taken);
            return figures.with("MiB read", mebi(taken + Client.drain(in)));
        }
    }

    private Figures tap(long before) throws Exception {
        Tap tap = client.open(url);
        while (tap.taken() < Math.min(LITTLE_BYTES, length / 2)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        tap.hold();
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS); // the buffer that was being taken
        var figures = stopped(before, tap.taken());
        tap.go();
        return figures.with("MiB read", mebi(tap.done().toCompletableFuture().get()));
    }

    private Figures stopped(long before, long taken) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
        long ahead = site.ask().sentBytes() - before - taken;
        long kernel = Kernel.bytesFrom(site.port());
        return Figures.none()
                .with("ahead KiB", ahead / KIBI)
                .with("of it in the kernel", kernel / KIBI)
                .with("in the JVM KiB", (ahead - kernel) / KIBI);
    }

    private static double mebi(long bytes) {
        return bytes / KIBI / KIBI;
    }

    @Override
    public void close() {
        client.close();
    }
}
