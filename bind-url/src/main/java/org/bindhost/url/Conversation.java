package org.bindhost.url;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/** What is said between a question and its answer. Whoever cancels it ends what is under way. */
final class Conversation {

    /** Makes exchanges. */
    interface Exchanges {

        /** Makes one that has not begun. */
        HttpExchange exchange(
                Question question, Map<String, String> extra, Optional<Outgoing> body);

        /** Makes the body of a request, anew for each. */
        Optional<Outgoing> body(Question question) throws BindException;
    }

    private final Question question;
    private final Exchanges exchanges;
    private final CompletableFuture<Answer> result = new CompletableFuture<>();
    private Optional<HttpExchange> present = Optional.empty();
    private boolean cancelled;

    Conversation(Question question, Exchanges exchanges) {
        this.question = question;
        this.exchanges = exchanges;
    }

    CompletionStage<Answer> begin() {
        question.open().onCancel(this::cancel);
        try {
            ask(Map.of());
        } catch (BindException e) {
            result.completeExceptionally(e);
        }
        return result.minimalCompletionStage();
    }

    private void ask(Map<String, String> extra) throws BindException {
        var exchange = exchanges.exchange(question, extra, exchanges.body(question));
        synchronized (this) {
            present = Optional.of(exchange);
            if (cancelled) {
                return;
            }
        }
        var unused = exchange.send().whenComplete(this::answered);
    }

    private void answered(Answer answer, Throwable thrown) {
        if (thrown != null) {
            result.completeExceptionally(thrown);
        } else if (!result.complete(answer)) {
            answer.drop().run();
        }
    }

    private void cancel() {
        Optional<HttpExchange> under;
        synchronized (this) {
            cancelled = true;
            under = present;
        }
        var why = new BindException(Reason.ABORTED, question.open().name().text() + ": cancelled");
        result.completeExceptionally(why);
        under.ifPresent(exchange -> exchange.abort(why));
    }
}
