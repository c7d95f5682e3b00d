package org.bindhost.bench.transfer.act;

import org.bindhost.bench.transfer.Figures;
import org.bindhost.bench.transfer.client.Client;
import org.bindhost.bench.transfer.client.Client.Form;

/** Reads one large body (T1, T10). */
final class Reading implements Act {

    private static final double MEGA = 1e6;
    private static final double MEBI = 1 << 20;
    private static final double GIBI = 1 << 30;

    private final Client client;
    private final Form form;
    private final String url;

    Reading(Client client, Form form, String url) {
        this.client = client;
        this.form = form;
        this.url = url;
    }

    @Override
    public Figures round() throws Exception {
        var meter = new Meter();
        long bytes = client.read(url, form);
        var used = meter.used();
        double cpu = client.cpuElsewhere().orElse(used.cpuSeconds());
        return Figures.none()
                .with("MB/s", bytes / MEGA / used.seconds())
                .with("CPU s/GiB", cpu * GIBI / bytes)
                .with("alloc MiB", used.allocatedBytes() / MEBI)
                .with("MiB read", bytes / MEBI);
    }

    @Override
    public void close() {
        client.close();
    }
}
