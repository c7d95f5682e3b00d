package org.bindhost.bench;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.Monikers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Names that are put together and compared (T6). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ComposeBench {

    private static final String BASE = "https://example.org/docs/guide/index.html";
    private static final String RELATIVE = "../images/a.png";
    private static final String BESIDE = "https://example.org/docs/images/a.png";

    private Engine engine;
    private Monikers monikers;

    private Moniker url;
    private Moniker item;
    private Optional<Moniker> itemOfUrl;
    private Moniker parsedAgain;
    private Moniker relativeUrl;
    private Optional<Moniker> urlBeside;

    private URI uri;
    private URI relativeUri;
    private URI uriBeside;

    /** Opens the engine and makes the names. */
    @Setup
    public void open() {
        engine = new Engine();
        monikers = engine.monikers();
        url = engine.name(BASE);
        item = monikers.item("chapter 1");
        itemOfUrl = Optional.of(engine.name(BASE + "!chapter 1"));
        parsedAgain = engine.name(BASE + "!chapter 1");
        relativeUrl = engine.name("url:" + RELATIVE);
        urlBeside = Optional.of(engine.name(BESIDE));
        uri = URI.create(BASE);
        relativeUri = URI.create(RELATIVE);
        uriBeside = URI.create(BESIDE);
    }

    /** Closes the engine. */
    @TearDown
    public void close() {
        engine.close();
    }

    /**
     * Puts an item behind a URL, and compares.
     *
     * @return whether it is what was expected
     * @throws BindException never
     */
    @Benchmark
    public boolean composeWithItem() throws BindException {
        return monikers.compose(url, item).equals(itemOfUrl);
    }

    /**
     * Resolves a relative URL, and compares.
     *
     * @return whether it is what was expected
     * @throws BindException never
     */
    @Benchmark
    public boolean composeWithRelativeUrl() throws BindException {
        return monikers.compose(url, relativeUrl).equals(urlBeside);
    }

    /**
     * Compares two names that are equal, made one by one.
     *
     * @return whether they are
     */
    @Benchmark
    public boolean compare() {
        return parsedAgain.equals(itemOfUrl.get());
    }

    /**
     * Does what the JDK does of it.
     *
     * @return whether it is what was expected
     */
    @Benchmark
    public boolean javaNetUri() {
        return uri.resolve(relativeUri).equals(uriBeside);
    }
}
