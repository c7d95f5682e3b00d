package org.bindhost.url;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Negotiation;

/**
 * What is said between a question and its answer: one exchange, or another when the client has more
 * to say. Whoever ends it ends what is under way.
 */
final class Conversation {

    /** How often a client may have one question sent again. */
    private static final int MOST_AGAIN = 5;

    /** Makes exchanges. */
    interface Exchanges {

        /** Makes one that has not begun. */
        HttpExchange exchange(
                Question question, Map<String, String> extra, Optional<Outgoing> body);

        /** Makes the body of a request, anew for each. */
        Optional<Outgoing> body(Question question) throws BindException;
    }

    /** Something that goes on when something else has been said. */
    @FunctionalInterface
    private interface Next<T> {
        void with(T said) throws BindException;
    }

    private final Question question;
    private final Exchanges exchanges;
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Answer> result = new CompletableFuture<>();
    private Optional<HttpExchange> present = Optional.empty();
    private Optional<BindException> ended = Optional.empty();
    private Map<String, String> extra = Map.of(); // touched by one step after another
    private int again;

    Conversation(Question question, Exchanges exchanges) {
        this.question = question;
        this.exchanges = exchanges;
    }

    /** Says the first word; the answer comes when nobody has more to say. */
    CompletionStage<Answer> begin() {
        question.open().onCancel(() -> end(failure(Reason.ABORTED, "cancelled")));
        Optional<Negotiation> client = question.open().negotiation();
        then(
                client.isEmpty()
                        ? CompletableFuture.completedStage(Map.of())
                        : client.get().beginning(question.fields(extra)),
                this::ask);
        return result.minimalCompletionStage();
    }

    /** Completes when the first request has a connection, or fails if none gets one. */
    CompletionStage<Void> begun() {
        return begun.minimalCompletionStage();
    }

    private void ask(Map<String, String> added) throws BindException {
        extra = ClientFields.sum(question.text(), extra, added);
        var exchange = exchanges.exchange(question, extra, exchanges.body(question));
        Optional<BindException> stop;
        synchronized (this) {
            present = Optional.of(exchange);
            stop = ended;
        }
        var unused = exchange.begun().thenRun(() -> begun.complete(null));
        CompletionStage<Answer> answer = exchange.send();
        stop.ifPresent(exchange::abort);
        then(answer, this::answered);
    }

    private void answered(Answer answer) throws BindException {
        Optional<Negotiation> client = question.open().negotiation();
        if (client.isEmpty()) {
            complete(answer);
            return;
        }
        Head head = answer.head();
        then(
                client.get().answered(head.status(), head.fields()),
                again -> {
                    if (again.isEmpty()) {
                        complete(answer);
                    } else {
                        answer.drop().run();
                        askAgain(again.get());
                    }
                });
    }

    private void askAgain(Map<String, String> added) throws BindException {
        again++;
        if (again > MOST_AGAIN) {
            throw failure(Reason.CALLBACK_FAILED, "the client has it sent again without end");
        }
        if (question.open().info().body().filter(body -> !body.isRepeatable()).isPresent()) {
            throw failure(Reason.UNSUPPORTED, "it has a body that cannot be read again");
        }
        ask(added);
    }

    private void complete(Answer answer) {
        if (!result.complete(answer)) {
            answer.drop().run();
        }
    }

    private <T> void then(CompletionStage<T> stage, Next<T> next) {
        var unused =
                stage.thenAccept(said -> go(next, said))
                        .whenComplete(
                                (nothing, thrown) -> {
                                    if (thrown != null) {
                                        failed(thrown);
                                    }
                                });
    }

    private static <T> void go(Next<T> next, T said) {
        try {
            next.with(said);
        } catch (BindException e) {
            throw new CompletionException(e);
        }
    }

    /** Whatever failed, nothing more is asked and nothing is left of what was. */
    private void failed(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        end(
                cause instanceof BindException why
                        ? why
                        : failure(Reason.PROTOCOL, "it cannot be asked: " + cause));
    }

    /** Ends it, with whatever is under way. */
    void end(BindException why) {
        Optional<HttpExchange> under;
        synchronized (this) {
            ended = ended.or(() -> Optional.of(why));
            under = present;
        }
        begun.completeExceptionally(why);
        if (result.completeExceptionally(why) || !result.isCompletedExceptionally()) {
            under.ifPresent(exchange -> exchange.abort(why));
        }
    }

    /** Puts in our words what was thrown by the connection. */
    BindException failure(Throwable thrown) {
        Optional<HttpExchange> under;
        synchronized (this) {
            under = present;
        }
        return under.map(exchange -> exchange.failure(thrown))
                .orElseGet(() -> failure(Reason.BROKEN, "nothing was sent"));
    }

    private BindException failure(Reason reason, String what) {
        return new BindException(reason, question.open().name().text() + ": " + what);
    }
}
