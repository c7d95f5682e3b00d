package org.bindhost.url;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Upload;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Sends requests. Jetty is started by the first of them, on a thread of the driver's own: whoever
 * never asks for a URL does not pay for it.
 */
final class HttpSender implements AutoCloseable {

    private static final long STOP_SECONDS = 1;

    /** Makes and starts a client. */
    @FunctionalInterface
    interface Starter {
        HttpClient start(HttpSettings settings, DriverThreads threads, Newcomers newcomers)
                throws IOException, GeneralSecurityException, ClassNotFoundException;
    }

    private final HttpSettings settings;
    private final Starter starter;
    private final OpenStreams streams;
    private final Newcomers newcomers = new Newcomers();
    private final Set<HttpExchange> exchanges = ConcurrentHashMap.newKeySet();
    private final Providers providers;
    private final AtomicInteger users = new AtomicInteger();
    private Optional<CompletableFuture<HttpClient>> client = Optional.empty();
    private DriverThreads threads;
    private Authenticator authenticator;
    private volatile boolean closed;

    HttpSender(HttpSettings settings, Providers providers, Starter starter) {
        this.settings = settings;
        this.providers = providers;
        this.starter = starter;
        this.streams = new OpenStreams(settings.idle());
    }

    /** Reads: asks, with whatever verb, for what comes back. */
    CompletionStage<Content> send(OpenRequest open) {
        try {
            var question = Question.of(open, open.info().verb());
            return client().thenCompose(made -> new Conversation(question, new Over(made)).begin())
                    .thenCompose(answer -> ReadAnswers.content(answer, settings));
        } catch (BindException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** Writes: what is written is sent as it comes, once there is a connection. */
    CompletionStage<Upload> create(OpenRequest open) {
        try {
            var question = Question.of(open, UploadExchange.verb(open));
            return client().thenCompose(made -> upload(question, made));
        } catch (BindException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Upload> upload(Question question, HttpClient made) {
        var body = new UploadBody(threads::nanos);
        var conversation = new Conversation(question, new UploadExchange(new Over(made), body));
        Upload upload = new HttpUpload(conversation, body, conversation.begin());
        return conversation.begun().thenApply(begun -> upload);
    }

    /** Exchanges of a client that was started. */
    private final class Over implements Conversation.Exchanges {

        private final HttpClient started;

        Over(HttpClient started) {
            this.started = started;
        }

        @Override
        public Optional<Outgoing> body(Question question) throws BindException {
            var body = question.open().info().body();
            if (body.isEmpty()) {
                return Optional.empty();
            }
            var head = OutgoingHead.of(question.text(), body.get());
            // The threads are seen here: they were made before the client was.
            return Optional.of(
                    new OutgoingBody(head, body.get(), threads.bodies(), threads::nanos));
        }

        @Override
        public HttpExchange exchange(
                Question question, Additions additions, Optional<Outgoing> body) {
            Request request = question.request(started, additions);
            body.ifPresent(request::body);
            var origin = started.resolveDestination(request).getOrigin();
            var exchange = new HttpExchange(request, body, origin, question.open(), shared());
            exchanges.add(exchange);
            if (closed) {
                exchange.abort(stopping()); // it came between the look and the leap
            }
            return exchange;
        }

        @Override
        public CompletionStage<Optional<FoundAuthorization>> unasked(Question question) {
            return CompletableFuture.completedStage(authenticator.known(question));
        }

        @Override
        public Authenticator authenticator() {
            return authenticator;
        }

        @Override
        public boolean mayRepeat() {
            return true;
        }
    }

    private HttpExchange.Shared shared() {
        return new HttpExchange.Shared(settings, threads, streams, newcomers, exchanges::remove);
    }

    private synchronized CompletionStage<HttpClient> client() {
        if (closed) {
            return CompletableFuture.failedStage(stopping());
        }
        if (threads == null) {
            threads = new DriverThreads(settings.threads());
            authenticator = new Authenticator(providers, threads.asking(), threads, settings);
        }
        if (client.isEmpty()) {
            var starting = new CompletableFuture<HttpClient>();
            client = Optional.of(starting);
            threads.pool().execute(() -> start(starting));
        }
        return client.get();
    }

    private void start(CompletableFuture<HttpClient> starting) {
        try {
            starting.complete(starter.start(settings, threads, newcomers));
        } catch (Exception e) { // whatever it is, those who wait must hear of it
            failed(starting, e);
        } catch (Error e) { // such as a class that is not there
            failed(starting, e);
            throw e;
        }
    }

    /** Forgotten first: who hears of it may try again, and what was missing may be there then. */
    private void failed(CompletableFuture<HttpClient> starting, Throwable why) {
        synchronized (this) {
            client = Optional.empty();
        }
        starting.completeExceptionally(
                new BindException(Reason.UNSUPPORTED, "http cannot be spoken: " + why));
    }

    private static BindException stopping() {
        return new BindException(Reason.DRIVER_GONE, "the driver of URLs is stopping");
    }

    /** Somebody is going to use it: it is not idle until that one leaves. */
    void enter() {
        users.incrementAndGet();
    }

    void leave() {
        users.decrementAndGet();
    }

    /** Whether nobody uses it, and nothing is under way. */
    boolean isIdle() {
        return users.get() == 0 && exchanges.isEmpty();
    }

    @Override
    public void close() {
        Optional<DriverThreads> started;
        Optional<CompletableFuture<HttpClient>> last;
        synchronized (this) {
            closed = true;
            started = Optional.ofNullable(threads);
            last = client;
        }
        started.ifPresent(it -> stop(it, last));
    }

    private void stop(DriverThreads started, Optional<CompletableFuture<HttpClient>> last) {
        authenticator.close(); // made with the threads
        var under = List.copyOf(exchanges);
        under.forEach(exchange -> exchange.abort(stopping()));
        await(
                CompletableFuture.allOf(
                        under.stream()
                                .map(HttpExchange::ended)
                                .toArray(CompletableFuture<?>[]::new)));
        last.ifPresent(
                it -> {
                    await(it.handle((made, failure) -> made));
                    var unused = it.thenAccept(made -> LifeCycle.stop((Object) made));
                });
        started.close();
    }

    /** Waits, but not for ever: what does not end is interrupted with its threads. */
    private static void await(CompletableFuture<?> end) {
        try {
            end.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.getLogger(HttpSender.class.getName())
                    .log(System.Logger.Level.WARNING, "an exchange does not end by itself");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("these ends are always normal", e);
        }
    }
}
