package org.bindhost.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.PriorityClass;
import org.bindhost.container.BindHost;
import org.bindhost.core.BindCore;
import org.bindhost.core.BindPolicy;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedBody;
import org.bindhost.testkit.ScriptedDriver;

/** An open document in an engine of its own, whose driver is in the test's hand. */
final class HostFixture implements AutoCloseable {

    static final String BASE = "script:dir/document";

    final ScriptedDriver driver = new ScriptedDriver();
    final Documents documents = new Documents();
    final ControlType type = new ControlType("keeper", "bundle.of.keeper", 0, SiteKeeper::new);
    final BindCore core;
    final DocumentContainer container;

    /** An engine whose documents may name what they like. */
    HostFixture(Path directory) {
        this(directory, BindPolicy.OPEN);
    }

    HostFixture(Path directory, BindPolicy policy) {
        try {
            var drivers = List.of(new RelativeNames(driver));
            var settings = CoreSettings.defaults(directory).withPolicy(policy);
            core = BindCore.open("test", settings, drivers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        container = container(PriorityClass.BACKGROUND);
        container.addType(type);
    }

    /** What is configured of a document. */
    record Configured(String document_base, PriorityClass priority)
            implements DocumentConfiguration {
        @Override
        public Class<? extends Annotation> annotationType() {
            return DocumentConfiguration.class;
        }
    }

    DocumentContainer container(PriorityClass priority) {
        return new DocumentContainer(
                core.monikers(), core.binder(), documents, new Configured(BASE, priority));
    }

    DocumentBindHost host(PriorityClass priority) {
        return new DocumentBindHost(
                core.monikers(),
                core.binder(),
                documents,
                new Configured(BASE, priority),
                Answers.usedBy("bundle.of.client"));
    }

    PlainBindHost plainHost() {
        return new PlainBindHost(
                core.monikers(), core.binder(), Answers.usedBy("bundle.of.client"));
    }

    SiteKeeper add(String name) {
        return (SiteKeeper) container.add(name, "keeper");
    }

    /** Binds as a control does, by its site. */
    static Binding bind(SiteKeeper control, String name, BindStatusCallback callback) {
        return bind(
                control.site().bindHost().orElseThrow(),
                control.site().bindContext(),
                name,
                callback);
    }

    static Binding bind(
            BindHost host, BindContext context, String name, BindStatusCallback callback) {
        try {
            return host.monikerBindToStorage(
                            host.createMoniker(name), context, callback, InputStream.class)
                    .binding();
        } catch (BindException | MonikerSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** A body of five bytes, of which none has come. */
    ScriptedBody five(String name) {
        return driver.on(name).body("abcde".getBytes(UTF_8), announced(5), 0);
    }

    private static ContentInfo announced(long length) {
        return new ContentInfo(
                Optional.of("text/plain"),
                OptionalLong.of(length),
                Optional.empty(),
                Freshness.UNSAID,
                false);
    }

    /** Completes when a recorder hears something; in place of what it did then. */
    static CompletionStage<Void> heard(Recorder recorder, String event) {
        var heard = new CompletableFuture<Void>();
        recorder.when(event, () -> heard.complete(null));
        return heard;
    }

    static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        container.deactivate();
        core.close();
    }
}
