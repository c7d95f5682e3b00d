package org.bindhost.bench.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.bench.transfer.server.SlowServer;

/** What all workloads of a run share: the place, the servers, and what is asked of the run. */
final class Bench implements AutoCloseable {

    /** What every worker has; a later option wins. */
    private static final List<String> WORKER = List.of("-Xmx512m");

    private final Options options;
    private final Place place;
    private final Web web;
    private final Child slow;
    private final int slowPort;

    Bench(Options options) throws IOException, InterruptedException {
        this.options = options;
        this.place = new Place();
        this.slow = Child.start(SlowServer.class, place.directory(), List.of());
        this.slowPort = Integer.parseInt(slow.line());
        this.web = Nginx.isThere() ? Nginx.start(place.directory()) : Web.ofOurOwn(slowPort);
    }

    Options options() {
        return options;
    }

    Web web() {
        return web;
    }

    int slowPort() {
        return slowPort;
    }

    /** Makes a file to be served, or to be read where it is. */
    Path file(String name, long length) throws IOException {
        return place.file(name, length);
    }

    /** Starts a process that plays rounds. */
    Child worker(String... jvm) {
        var all = new ArrayList<String>(WORKER);
        all.addAll(options.jvm());
        all.addAll(List.of(jvm));
        return Child.start(Worker.class, place.directory(), all);
    }

    @Override
    public void close() throws IOException {
        slow.close();
        web.close();
        place.close();
    }
}
