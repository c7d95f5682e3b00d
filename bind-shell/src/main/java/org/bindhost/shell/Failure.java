package org.bindhost.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOutcome;
import org.bindhost.moniker.MonikerSyntaxException;

/**
 * Why something failed, in the words of the command line.
 *
 * @param reason for programs: a {@link Reason}, or {@link #DIGEST_MISMATCH}
 * @param message for people
 */
record Failure(String reason, String message) {

    /** What came is not what was asked for by its digest. */
    static final String DIGEST_MISMATCH = "DIGEST_MISMATCH";

    static Failure of(Throwable thrown) {
        if (thrown instanceof CompletionException || thrown instanceof ExecutionException) {
            return of(thrown.getCause());
        }
        if (thrown instanceof BindException e) {
            return new Failure(e.reason().name(), text(e));
        }
        if (thrown instanceof MonikerSyntaxException e) {
            return new Failure(Reason.SYNTAX.name(), text(e));
        }
        if (thrown instanceof DigestMismatchException e) {
            return new Failure(DIGEST_MISMATCH, text(e));
        }
        if (thrown instanceof IOException e) {
            return e.getCause() instanceof BindException cause ? of(cause) : ofStorage(e);
        }
        return new Failure(Reason.CALLBACK_FAILED.name(), thrown.toString());
    }

    /** Tells why an outcome is no success, or nothing if it is one. */
    static Optional<BindException> of(BindOutcome outcome) {
        if (outcome instanceof BindOutcome.Failed failed) {
            return Optional.of(failed.cause());
        }
        return outcome instanceof BindOutcome.Aborted
                ? Optional.of(new BindException(Reason.ABORTED, "aborted"))
                : Optional.empty();
    }

    private static Failure ofStorage(IOException e) {
        String message =
                e instanceof NoSuchFileException missing
                        ? "no such file or directory: " + missing.getFile()
                        : e instanceof AccessDeniedException denied
                                ? "permission denied: " + denied.getFile()
                                : text(e);
        return new Failure(Reason.STORAGE_FAILED.name(), message);
    }

    private static String text(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString());
    }
}
