package org.bindhost.bench.transfer.act;

import java.nio.file.Path;
import org.bindhost.bench.transfer.Figures;
import org.bindhost.bench.transfer.client.BindClient;

/** Binds a local file to a path, which is to be that file and no copy (T10). */
final class Itself implements Act {

    private final BindClient client;
    private final Path file;

    Itself(BindClient client, String file) {
        this.client = client;
        this.file = Path.of(file);
    }

    @Override
    public Figures round() throws Exception {
        var meter = new Meter();
        boolean itself = client.isItself(file);
        return Figures.none()
                .with("same file", itself ? 1 : 0)
                .with("ms", meter.used().seconds() * 1e3);
    }

    @Override
    public void close() {
        client.close();
    }
}
