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
        HttpExchange exchange(Question question, Additions additions, Optional<Outgoing> body);

        /** Makes the body of a request, anew for each. */
        Optional<Outgoing> body(Question question) throws BindException;

        /** Tells who asks before anybody wants to know. */
        CompletionStage<Optional<FoundAuthorization>> unasked(Question question);

        Authenticator authenticator();

        /** Whether what is sent is there to be sent again, unless the client says otherwise. */
        boolean mayRepeat();
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
    private Additions additions = Additions.NONE; // touched by one step after another
    private boolean challenged;
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
                        : client.get().beginning(question.fields()),
                this::introduce);
        return result.minimalCompletionStage();
    }

    /** Completes when the first request has a connection, or fails if none gets one. */
    CompletionStage<Void> begun() {
        return begun.minimalCompletionStage();
    }

    private void introduce(Map<String, String> added) throws BindException {
        add(added);
        if (additions.saysWho()) {
            ask();
            return;
        }
        then(
                exchanges.unasked(question),
                known -> {
                    additions = additions.by(known);
                    ask();
                });
    }

    private void add(Map<String, String> added) throws BindException {
        additions = additions.with(ClientFields.sum(question.text(), additions.fields(), added));
    }

    private void ask() throws BindException {
        var exchange = exchanges.exchange(question, additions, exchanges.body(question));
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
        Head head = answer.head();
        Authenticator authenticator = exchanges.authenticator();
        if (!Authenticator.isChallenge(head)) {
            additions.authorization().ifPresent(it -> authenticator.accepted(question, it));
            negotiate(answer);
            return;
        }
        additions.authorization().ifPresent(it -> authenticator.refused(question));
        if (challenged || additions.saysWho() || !mayRepeat()) {
            negotiate(answer);
            return;
        }
        challenged = true;
        then(authenticator.answer(question, head), known -> introduced(answer, known));
    }

    private boolean mayRepeat() {
        return exchanges.mayRepeat()
                && question.open().info().body().filter(it -> !it.isRepeatable()).isEmpty();
    }

    /** Once, at most: who is not let in with what is known is not let in. */
    private void introduced(Answer answer, Optional<FoundAuthorization> known)
            throws BindException {
        if (known.isEmpty()) {
            negotiate(answer);
            return;
        }
        answer.drop().run();
        additions = additions.by(known);
        ask();
    }

    private void negotiate(Answer answer) {
        Optional<Negotiation> client = question.open().negotiation();
        if (client.isEmpty()) {
            complete(answer);
            return;
        }
        Head head = answer.head();
        then(
                client.get().answered(head.status(), head.fields()),
                more -> {
                    if (more.isEmpty()) {
                        complete(answer);
                    } else {
                        answer.drop().run();
                        askAgain(more.get());
                    }
                });
    }

    private void askAgain(Map<String, String> added) throws BindException {
        again++;
        if (again > MOST_AGAIN) {
            throw failure(Reason.CALLBACK_FAILED, "the client has it sent again without end");
        }
        if (!mayRepeat()) {
            throw failure(
                    Reason.UNSUPPORTED, "what was sent cannot be read again, to be sent again");
        }
        add(added);
        if (additions.saysWho()) {
            additions = additions.by(Optional.empty());
        }
        ask();
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
