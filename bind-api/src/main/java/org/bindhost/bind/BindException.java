package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A bind could not be started or carried through, or a calculation with names has no result. {@link
 * #reason()} says why in a form to branch on; the message says what was asked, of whom, and what
 * came back.
 */
public final class BindException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a bind failed. */
    public enum Reason {
        /** No driver for the class of the name is present at the moment. */
        NO_DRIVER,
        /** The name is relative, or otherwise not one its class can bind. */
        SYNTAX,
        /** Composed, the names would follow each other, and that was ruled out (B-04). */
        NEED_GENERIC,
        /** The name has no inverse (B-14). */
        NO_INVERSE,
        /** The name means nothing without what stands to its left (B-18, B-29). */
        NOT_BINDABLE,
        /** Whoever was asked answered, and has nothing of that name. */
        NOT_FOUND,
        /** Whoever was to be asked could not be reached. */
        UNREACHABLE,
        /** Whoever was asked answered with a failure of its own. */
        SERVER_FAILED,
        /** Whoever was asked cannot answer now and may later; see {@link #retryAfter()}. */
        BUSY,
        /** It is there and whoever holds it refuses it. */
        ACCESS_DENIED,
        /** Somebody else has locked it for now; it may be had later. */
        LOCKED,
        /** A policy of this system forbids it. */
        DENIED_BY_POLICY,
        /** The class cannot give what was asked for, such as that type of result. */
        UNSUPPORTED,
        /** What stands to the left cannot be what the part to its right needs. */
        INTERMEDIATE_UNSUPPORTED,
        /** The deadline of the bind context passed. */
        DEADLINE,
        /** Whoever was asked stopped sending for longer than is waited. */
        STALLED,
        /** Fewer bytes came than were announced. */
        TRUNCATED,
        /** What was named changed during the transfer. */
        CHANGED,
        /** What was named is still as the client said it knew it, and so it does not come. */
        NOT_MODIFIED,
        /** What came has another digest than was asked for. */
        DIGEST_MISMATCH,
        /** The part asked for begins at or behind the end of the whole. */
        OUT_OF_RANGE,
        /** The transfer broke off. */
        BROKEN,
        /** What came back makes no sense by the rules of its protocol. */
        PROTOCOL,
        /** A redirect was forbidden, led nowhere, or was one too many. */
        REDIRECT_FAILED,
        /** The driver was withdrawn and the transfer could not outlive it. */
        DRIVER_GONE,
        /** The spool reached its bound. */
        SPOOL_FULL,
        /** Local storage could not be read or written. */
        STORAGE_FAILED,
        /** Waiting was asked for on a thread that must not wait. */
        WOULD_WAIT,
        /** The client's callback refused or threw. */
        CALLBACK_FAILED,
        /** Someone aborted it. */
        ABORTED
    }

    private final Reason reason;
    private final Duration retryAfter;

    /**
     * Creates an exception.
     *
     * @param reason why, to branch on
     * @param message why, for a person: what was asked of whom, and what came back
     */
    public BindException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * Creates an exception with a cause. A cause of a driver's own class would keep that driver's
     * bundle alive: drivers pass causes of JDK classes only, or none.
     *
     * @param reason why, to branch on
     * @param message why, for a person
     * @param cause what was thrown below, or {@code null} if nothing was
     */
    public BindException(Reason reason, String message, Throwable cause) {
        this(reason, message, cause, Duration.ZERO);
    }

    private BindException(Reason reason, String message, Throwable cause, Duration retryAfter) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason");
        this.retryAfter = requireNonNull(retryAfter, "retryAfter");
    }

    /**
     * Creates an exception of reason {@code BUSY}.
     *
     * @param message why, for a person
     * @param retryAfter how long whoever was asked wants to be left alone, 0 if that was not said
     * @return the exception
     */
    public static BindException busy(String message, Duration retryAfter) {
        return new BindException(Reason.BUSY, message, null, retryAfter);
    }

    /**
     * Returns how long whoever was asked wants to be left alone.
     *
     * @return the time, 0 if nothing was said
     */
    public Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Returns why the bind failed.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
