package org.bindhost.url;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Upload;

/**
 * Writes by one request, whose last byte is sent at the commit: until then a server has no whole
 * body. An answer that comes before is the end of it.
 */
final class HttpUpload implements Upload {

    private static final long PATIENCE_SECONDS = 5;

    private final Conversation conversation;
    private final UploadBody body;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Optional<Demand> demand = Optional.empty();
    private boolean committing;

    /**
     * Creates an upload by a conversation.
     *
     * @param answer what comes of that
     */
    HttpUpload(Conversation conversation, UploadBody body, CompletionStage<Answer> answer) {
        this.conversation = conversation;
        this.body = body;
        var unused =
                answer.thenAccept(this::answered).whenComplete((nothing, thrown) -> ended(thrown));
    }

    private void answered(Answer answer) {
        answer.drop().run();
        try {
            WriteAnswers.check(answer, body.isTaken());
        } catch (BindException e) {
            throw new CompletionException(e);
        }
    }

    private void ended(Throwable thrown) {
        if (thrown == null) {
            end.complete(null);
            return;
        }
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        end.completeExceptionally(cause);
        whomToTell().ifPresent(it -> tell(it, cause));
    }

    /** Who commits hears of it by that. */
    private synchronized Optional<Demand> whomToTell() {
        return committing ? Optional.empty() : demand;
    }

    private static void tell(Demand whom, Throwable cause) {
        whom.fail(
                cause instanceof BindException failure
                        ? failure
                        : new BindException(Reason.BROKEN, "the upload broke: " + cause));
    }

    @Override
    public void start(Demand itsDemand) {
        synchronized (this) {
            demand = Optional.of(itsDemand);
        }
        body.start(itsDemand);
        if (end.isCompletedExceptionally()) {
            var unused = end.whenComplete((nothing, cause) -> tell(itsDemand, cause)); // it is late
        }
    }

    @Override
    public void write(ByteBuffer bytes) throws BindException {
        Optional<Throwable> refusal = body.write(bytes);
        if (refusal.isPresent()) {
            throw failure(refusal.get());
        }
    }

    /**
     * The answer says more than the connection that broke off with it; it is there soon, unless a
     * client that wants a say in it takes its time.
     */
    private BindException failure(Throwable refusal) {
        try {
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return conversation.failure(e.getCause());
        } catch (TimeoutException e) {
            return conversation.failure(refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return conversation.failure(refusal);
    }

    @Override
    public CompletionStage<Void> commit() {
        synchronized (this) {
            committing = true;
        }
        body.end();
        return end.minimalCompletionStage();
    }

    @Override
    public void abort() {
        conversation.end(new BindException(Reason.ABORTED, "the upload was given up"));
    }
}
