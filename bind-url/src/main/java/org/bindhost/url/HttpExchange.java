package org.bindhost.url;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Body;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.OpenRequest;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;

/** One request and its answer: head first, and the body behind it. */
final class HttpExchange {

    /** Runs when an exchange is over. */
    @FunctionalInterface
    interface AtEnd {
        void run(HttpExchange exchange);
    }

    /** A body that nobody will see is read up to here, so that its connection can be used again. */
    private static final long DISCARDED_BYTES = 64 * 1024;

    private final Request request;
    private final String asked;
    private final boolean bodiless;
    private final Optional<ByteRange> range;
    private final OpenStreams streams;
    private final AtEnd atEnd;
    private final CompletableFuture<Content> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private volatile HttpBody body;
    private volatile Runnable letGo = () -> {};

    HttpExchange(Request request, OpenRequest open, OpenStreams streams, AtEnd atEnd) {
        this.request = request;
        this.asked = request.getMethod() + " " + open.name().text();
        this.bodiless = request.getMethod().equals("HEAD");
        this.range = open.range();
        this.streams = streams;
        this.atEnd = atEnd;
    }

    /** Sends the request; the answer completes with its head. */
    CompletionStage<Content> send() {
        request.onResponseHeaders(this::head)
                .onResponseContentSource((response, source) -> body.content(source))
                .send(this::over);
        return answer.minimalCompletionStage();
    }

    /** Ends it, before the head or after. */
    void abort(BindException why) {
        answer.completeExceptionally(why);
        HttpBody present = body;
        if (present == null) {
            HttpBody.abort(request, new CancellationException(why.getMessage()));
        } else {
            present.abort(why);
        }
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
    }

    private void head(Response response) {
        var head = new Head(response, bodiless);
        OptionalLong length = head.bodyLength();
        letGo = streams.hold(request);
        body = new HttpBody(request, length, this::failure, letGo);
        try {
            Content content = HttpAnswers.content(new HttpAnswers.Asked(asked, request, range), head, body);
            boolean unwanted = content instanceof Content.Redirect;
            if (!answer.complete(content) || unwanted) {
                discard();
            }
        } catch (BindException e) {
            answer.completeExceptionally(e);
            discard();
        }
    }

    private BindException failure(Throwable thrown) {
        return HttpFailures.of(asked, true, thrown);
    }

    private void over(Result result) {
        if (result.isFailed()) {
            answer.completeExceptionally(HttpFailures.of(asked, false, result.getFailure()));
        }
        HttpBody present = body;
        if (present != null) {
            present.exchanged(result.getFailure());
        }
        ended.complete(null);
        atEnd.run(this);
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
