package org.bindhost.url;

import java.io.IOException;
import java.net.URI;
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
import java.util.regex.Pattern;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.MediaRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.OpenRequest;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Sends requests. Jetty is started by the first of them, on a thread of the driver's own: whoever
 * never asks for a URL does not pay for it.
 */
final class HttpSender implements AutoCloseable {

    private static final long STOP_SECONDS = 1;

    private static final Pattern VERB = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** It would turn the connection into something that is no transfer. */
    private static final String TUNNEL = "CONNECT";

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
    private final CompletableFuture<HttpClient> client = new CompletableFuture<>();
    private DriverThreads threads;
    private volatile boolean closed;

    HttpSender(HttpSettings settings) {
        this(settings, JettyClient::start);
    }

    HttpSender(HttpSettings settings, Starter starter) {
        this.settings = settings;
        this.starter = starter;
        this.streams = new OpenStreams(settings.idle());
    }

    CompletionStage<Content> send(OpenRequest open) {
        try {
            Url url = UrlNames.toAsk(open.name(), open.info().extraInfo());
            checkSupported(url, open);
            return client().thenCompose(started -> send(started, url, open));
        } catch (BindException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** Credentials first: what is said of the rest shows the name. */
    private static void checkSupported(Url url, OpenRequest open) throws BindException {
        Authority authority = url.authority().orElseThrow();
        if (authority.user().isPresent()) {
            throw new BindException(
                    Reason.UNSUPPORTED,
                    "credentials within a URL are not sent, and so "
                            + authority.host()
                            + " is not asked");
        }
        String verb = open.info().verb();
        if (!VERB.matcher(verb).matches() || verb.equals(TUNNEL)) {
            throw new BindException(
                    Reason.UNSUPPORTED, open.name().text() + ": what it is asked for is no verb");
        }
    }

    private CompletionStage<Content> send(HttpClient started, Url url, OpenRequest open) {
        try {
            return send(started, url, open, body(open));
        } catch (BindException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private Optional<OutgoingBody> body(OpenRequest open) throws BindException {
        var body = open.info().body();
        if (body.isEmpty()) {
            return Optional.empty();
        }
        String asked = open.info().verb() + " " + open.name().text();
        var head = OutgoingHead.of(asked, body.get());
        return Optional.of(new OutgoingBody(head, body.get(), threads.bodies(), threads::nanos));
    }

    private CompletionStage<Content> send(
            HttpClient started, Url url, OpenRequest open, Optional<OutgoingBody> body) {
        Request request = request(started, url, open);
        body.ifPresent(request::body);
        var origin = started.resolveDestination(request).getOrigin();
        // The threads are seen here: they were made before the client was.
        var shared =
                new HttpExchange.Shared(settings, threads, streams, newcomers, exchanges::remove);
        var exchange = new HttpExchange(request, body, origin, open, shared);
        exchanges.add(exchange);
        open.onCancel(
                () ->
                        exchange.abort(
                                new BindException(
                                        Reason.ABORTED, open.name().text() + ": cancelled")));
        CompletionStage<Content> answer = exchange.send();
        if (closed) {
            exchange.abort(stopping()); // it came between the look and the leap
        }
        return answer;
    }

    private Request request(HttpClient started, Url url, OpenRequest open) {
        return started.newRequest(anyHost(url))
                .host(url.authority().orElseThrow().host())
                .port(url.port())
                .method(open.info().verb())
                .tag(open.addressPolicy()) // a connection is shared under one policy only
                .idleTimeout(0, TimeUnit.MILLISECONDS) // a suspended transfer is not a dead one
                .headers(fields -> fill(fields, open));
    }

    /** The JDK's URIs know fewer hosts than there are, so that Jetty is told the host apart. */
    static URI anyHost(Url url) {
        String query = url.query().map(it -> "?" + it).orElse("");
        return URI.create(url.scheme() + "://host" + url.path() + query);
    }

    private static void fill(HttpFields.Mutable fields, OpenRequest open) {
        fields.put(HttpHeader.ACCEPT_ENCODING, open.identity() ? "identity" : CodedBody.ACCEPTED);
        fields.put(HttpHeader.ACCEPT, accept(open.accepted()));
        WantedPart part = WantedPart.of(open);
        part.range().ifPresent(range -> fields.put(HttpHeader.RANGE, WantedPart.field(range)));
        part.state().ifPresent(state -> fields.put(HttpHeader.IF_RANGE, state.text()));
    }

    /** Best first: the first without a weight, each next one with less. */
    private static String accept(List<MediaRange> ranges) {
        var field = new StringBuilder(ranges.get(0).toString());
        for (int i = 1; i < ranges.size(); i++) {
            double weight = Math.max(1, 1000 - 1000 * i / ranges.size()) / 1000.0;
            field.append(", ").append(ranges.get(i)).append(";q=").append(weight);
        }
        return field.toString();
    }

    private synchronized CompletionStage<HttpClient> client() {
        if (closed) {
            return CompletableFuture.failedStage(stopping());
        }
        if (threads == null) {
            threads = new DriverThreads(settings.threads());
            threads.pool().execute(this::start);
        }
        return client;
    }

    private void start() {
        try {
            client.complete(starter.start(settings, threads, newcomers));
        } catch (Exception e) { // whatever it is, those who wait must hear of it
            failed(e);
        } catch (Error e) { // such as a class that is not there
            failed(e);
            throw e;
        }
    }

    private void failed(Throwable why) {
        client.completeExceptionally(
                new BindException(Reason.UNSUPPORTED, "http cannot be spoken: " + why));
    }

    private static BindException stopping() {
        return new BindException(Reason.DRIVER_GONE, "the driver of URLs is stopping");
    }

    @Override
    public void close() {
        Optional<DriverThreads> started;
        synchronized (this) {
            closed = true;
            started = Optional.ofNullable(threads);
        }
        started.ifPresent(this::stop);
    }

    private void stop(DriverThreads started) {
        var under = List.copyOf(exchanges);
        under.forEach(exchange -> exchange.abort(stopping()));
        await(
                CompletableFuture.allOf(
                        under.stream()
                                .map(HttpExchange::ended)
                                .toArray(CompletableFuture<?>[]::new)));
        await(client.handle((made, failure) -> made));
        var unused = client.thenAccept(made -> LifeCycle.stop((Object) made));
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
