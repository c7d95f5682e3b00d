package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Recognition;

/** The class under test, used as the engine uses it; lets go of all that it opened. */
final class Subject implements AutoCloseable {

    private final MonikerClass tested;
    private final Optional<LeftOperand> left;
    private final Duration patience;
    private final Queue<DemandReader> opened = new ConcurrentLinkedQueue<>();

    Subject(MonikerClass tested, Optional<LeftOperand> left, Duration patience) {
        this.tested = tested;
        this.left = left;
        this.patience = patience;
    }

    MonikerClass tested() {
        return tested;
    }

    Optional<Recognition.Found> find(String text) {
        return recognition(text).found();
    }

    Recognition recognition(String text) {
        boolean follows = text.indexOf(DelimitedName.DELIMITER) == 0;
        return items().filter(any -> follows)
                .map(items -> items.recognizeItem(text, left().moniker()))
                .orElseGet(() -> atTheHead(text));
    }

    /** What the class makes of a text if it is asked what the text begins with. */
    Recognition atTheHead(String text) {
        return tested.recognize(text, left.map(LeftOperand::moniker).map(Moniker::last));
    }

    /** The class as one of names that follow others, if it is tested as that. */
    Optional<ItemMonikerClass> items() {
        return left.isPresent() && tested instanceof ItemMonikerClass items
                ? Optional.of(items)
                : Optional.empty();
    }

    LeftOperand left() {
        return left.orElseThrow();
    }

    MonikerPart part(String name) {
        return find(name)
                .map(Recognition.Found::part)
                .orElseThrow(() -> new AssertionError("not recognised: " + name));
    }

    PlainRequest request(String name) {
        var request = new PlainRequest(part(name));
        left.ifPresent(request::with);
        return request;
    }

    Content open(PlainRequest request) throws BindException {
        return await(tested.open(request));
    }

    ContentInfo info(String name) throws BindException {
        var content = open(request(name));
        read(content).cancel();
        return content instanceof Content.Blocking blocking
                ? blocking.info()
                : ((Content.Found) content).info();
    }

    DemandReader read(String name) throws BindException {
        return read(open(request(name)));
    }

    DemandReader read(Content content) {
        var reader = new DemandReader(content, patience);
        opened.add(reader);
        return reader;
    }

    /** Fails with what the stage failed with, which must be what a driver may fail with. */
    <T> T await(CompletionStage<T> stage) throws BindException {
        try {
            return stage.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw lawful(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("no answer within " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted, waiting for an answer", e);
        }
    }

    void inParallel(List<Callable<Void>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(Math.min(work.size(), 8));
        try {
            var limit = patience.toMillis();
            for (var done : pool.invokeAll(work, limit, TimeUnit.MILLISECONDS)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Override
    public void close() {
        opened.forEach(DemandReader::cancel);
    }

    private static BindException lawful(Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        assertThat(cause).isInstanceOf(BindException.class);
        for (var below = cause.getCause(); below != null; below = below.getCause()) {
            // a class of the driver's own would keep its bundle's loader alive
            assertThat(below.getClass().getModule().getLayer())
                    .as("a cause of JDK classes only, not %s", below.getClass())
                    .isNotNull();
        }
        return (BindException) cause;
    }
}
