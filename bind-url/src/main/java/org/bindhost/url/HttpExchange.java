package org.bindhost.url;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Body;
import org.bindhost.spi.OpenRequest;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;

/** One request and its answer: head first, and the body behind it. */
final class HttpExchange {

    /**
     * What all exchanges of a driver share.
     *
     * @param alarm wakes those who waited for too long
     * @param streams those that are open
     * @param newcomers those that have no connection yet
     * @param atEnd runs when an exchange is over
     */
    record Shared(
            HttpSettings settings,
            Alarm alarm,
            OpenStreams streams,
            Newcomers newcomers,
            Consumer<HttpExchange> atEnd) {}

    /** A body that nobody will see is read up to here, so that its connection can be used again. */
    private static final long DISCARDED_BYTES = 64 * 1024;

    /** And for so long: a new connection costs less. */
    private static final Duration DISCARDING = Duration.ofSeconds(1);

    private final Asked asked;
    private final Optional<Outgoing> outgoing;
    private final Shared shared;
    private final Newcomers.Newcomer newcomer;
    private final HttpFailures failures;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private volatile HttpBody body;
    private volatile Runnable letGo = () -> {};
    private volatile Runnable callOff = () -> {};

    HttpExchange(
            Request request,
            Optional<Outgoing> outgoing,
            Origin origin,
            OpenRequest open,
            Shared shared) {
        String text = request.getMethod() + " " + open.name().text();
        this.asked =
                new Asked(text, request, WantedPart.of(open), outgoing.flatMap(Outgoing::head));
        this.outgoing = outgoing;
        this.shared = shared;
        this.newcomer = shared.newcomers().add(origin, open.status());
        this.failures = new HttpFailures(text, shared.settings().headerBytes());
        request.onRequestBegin(begun -> begins(open.name().text()));
    }

    /** Sends the request; the answer completes with its head. */
    CompletionStage<Answer> send() {
        if (answer.isDone()) {
            over(); // it was stopped before
            return answer.minimalCompletionStage();
        }
        asked.request()
                .onResponseHeaders(this::head)
                .onResponseContentSource((response, source) -> body.content(source))
                .onResponseSuccess(this::answered)
                .send(this::over);
        return answer.minimalCompletionStage();
    }

    private void begins(String name) {
        newcomer.sends(name);
        begun.complete(null);
        letGo = shared.streams().hold(asked.request());
        alarm(shared.settings().answer(), this::noAnswer);
        if (ended.isDone()) {
            letGo.run();
        }
    }

    /** Replaces an alarm that was set before. */
    private void alarm(Duration wait, Runnable task) {
        callOff = shared.alarm().in(wait, task);
        if (ended.isDone()) {
            callOff.run(); // the end came between, and found nothing to call off
        }
    }

    /** The time begins anew with each piece of a body that is sent. */
    private void noAnswer() {
        Duration most = shared.settings().answer();
        Duration left = outgoing.map(sent -> sent.left(most)).orElse(Duration.ZERO);
        if (left.compareTo(Duration.ZERO) > 0 && !answer.isDone()) {
            alarm(left, this::noAnswer);
            return;
        }
        var why =
                new BindException(
                        Reason.STALLED,
                        asked.text() + ": no answer within " + most.toMillis() / 1000.0 + " s");
        if (answer.completeExceptionally(why)) {
            HttpBody.abort(asked.request(), new CancellationException(why.getMessage()));
        }
    }

    /**
     * The answer is whole: what of the request was not sent by then is of no use to anybody. A
     * server that does not take a request may close its connection without a word, and so the next
     * request does not get that one.
     */
    private void answered(Response response) {
        if (outgoing.isEmpty()) {
            return;
        }
        Runnable stop =
                () -> HttpBody.abort(asked.request(), new CancellationException("it was answered"));
        if (response.getStatus() < HttpStatus.MULTIPLE_CHOICES_300 && outgoing.get().isTaken()) {
            alarm(DISCARDING, stop); // Jetty has yet to hear that all was sent
            return;
        }
        stop.run();
        Connection connection = asked.request().getConnection();
        if (connection != null && response.getVersion() != HttpVersion.HTTP_2) {
            connection.close();
        }
    }

    /** Ends it, before the head or after. */
    void abort(BindException why) {
        answer.completeExceptionally(why);
        HttpBody present = body;
        if (present == null) {
            HttpBody.abort(asked.request(), new CancellationException(why.getMessage()));
        } else {
            present.abort(why);
        }
    }

    /** Puts in our words what was thrown before the head of the answer came. */
    BindException failure(Throwable thrown) {
        return failures.of(false, thrown);
    }

    /** Completes when it has a connection, or fails if it gets none. */
    CompletionStage<Void> begun() {
        return begun;
    }

    /** Completes when Jetty has done with it. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /**
     * Nothing but the head is wanted from here on; what is short is read, to keep the connection.
     */
    private void discard() {
        body.start(new Discard());
        body.request(DISCARDED_BYTES);
        alarm(DISCARDING, body::cancel);
    }

    private void head(Response response) {
        callOff.run();
        var head = new Head(response, asked.request().getMethod().equals("HEAD"));
        var clock = new StallClock(shared.alarm(), shared.settings().stall());
        body =
                new HttpBody(
                        asked.request(),
                        head.bodyLength(),
                        thrown -> failures.of(true, thrown),
                        clock);
        if (!answer.complete(new Answer(asked, head, body, this::discard))) {
            discard();
        }
    }

    private void over(Result result) {
        HttpBody present = body;
        if (result.isFailed()) {
            var why = failures.of(false, result.getFailure());
            answer.completeExceptionally(why);
            begun.completeExceptionally(why); // unless it began
        }
        if (present != null) {
            present.exchanged(result.getResponseFailure()); // an answer stands by itself
        }
        over();
    }

    private void over() {
        outgoing.ifPresent(Outgoing::close);
        ended.complete(null);
        callOff.run();
        letGo.run();
        newcomer.leaves();
        shared.atEnd().accept(this);
    }

    /** Takes what is granted and drops it; what is longer is broken off. */
    private final class Discard implements Body.Receiver {

        private long seen;

        @Override
        public void onBytes(ByteBuffer bytes) {
            seen += bytes.remaining();
            if (seen >= DISCARDED_BYTES) {
                body.cancel();
            }
        }

        @Override
        public void onComplete() {
            // It is out of the way.
        }

        @Override
        public void onFailure(BindException failure) {
            // Nobody wanted it, and so nobody misses it.
        }
    }
}
