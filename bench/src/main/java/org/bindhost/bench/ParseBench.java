package org.bindhost.bench;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.TimeUnit;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Names that are parsed, and whose driver is found (T6). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBench {

    /** What is parsed. */
    @Param({
        "https://example.org/docs/guide/index.html?lang=en",
        "/usr/share/doc/guide/readme.txt",
        "https://example.org/a.zip!docs/inner.txt"
    })
    public String text;

    private Engine engine;
    private Monikers monikers;
    private Moniker name;

    /** Opens the engine. */
    @Setup
    public void open() {
        engine = new Engine();
        monikers = engine.monikers();
        name = engine.name(text);
    }

    /** Closes it. */
    @TearDown
    public void close() {
        engine.close();
    }

    /**
     * Parses.
     *
     * @return the name
     * @throws MonikerSyntaxException never
     */
    @Benchmark
    public Moniker parse() throws MonikerSyntaxException {
        return monikers.parse(text);
    }

    /**
     * Parses, and finds the drivers to say whether they are waited for.
     *
     * @return whether they are
     * @throws MonikerSyntaxException never
     */
    @Benchmark
    public Asynchrony parseAndFindDriver() throws MonikerSyntaxException {
        return monikers.isAsynchronous(monikers.parse(text));
    }

    /**
     * Finds the drivers of a name that was parsed before.
     *
     * @return whether they are waited for
     */
    @Benchmark
    public Asynchrony findDriver() {
        return monikers.isAsynchronous(name);
    }

    /**
     * Does what the JDK does of it: no driver, no items, no other alphabets in hosts.
     *
     * @return the URI
     * @throws URISyntaxException never
     */
    @Benchmark
    public URI javaNetUri() throws URISyntaxException {
        return new URI(text);
    }
}
