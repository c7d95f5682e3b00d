package org.bindhost.url;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/** Turns what Jetty throws into failures that say what was asked, of whom, and what came back. */
final class HttpFailures {

    private HttpFailures() {}

    /**
     * Flattens a failure.
     *
     * @param asked such as {@code "GET http://host/a"}
     * @param headCame whether the head of the answer had come
     * @param thrown what Jetty threw; nothing of it is kept but its text
     */
    static BindException of(String asked, boolean headCame, Throwable thrown) {
        Throwable cause = unwrap(thrown);
        if (cause instanceof BindException failure) {
            return failure;
        }
        return new BindException(reason(headCame, cause), asked + ": " + text(headCame, cause));
    }

    private static Throwable unwrap(Throwable thrown) {
        boolean wraps = thrown instanceof ExecutionException || isPlainWrapper(thrown);
        return wraps && thrown.getCause() != null ? unwrap(thrown.getCause()) : thrown;
    }

    private static boolean isPlainWrapper(Throwable thrown) {
        return thrown.getClass() == IOException.class
                && thrown.getCause() != null
                && String.valueOf(thrown.getMessage())
                        .startsWith(thrown.getCause().getClass().getName());
    }

    private static Reason reason(boolean headCame, Throwable cause) {
        if (cause instanceof CancellationException) {
            return Reason.ABORTED;
        }
        if (!headCame) {
            return isUnreachable(cause) ? Reason.UNREACHABLE : beforeHead(cause);
        }
        if (cause instanceof EOFException) {
            return Reason.TRUNCATED;
        }
        return cause instanceof TimeoutException ? Reason.STALLED : Reason.BROKEN;
    }

    private static Reason beforeHead(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return Reason.STALLED;
        }
        return cause instanceof IOException ? Reason.BROKEN : Reason.PROTOCOL;
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof NoRouteToHostException
                || cause instanceof SocketTimeoutException
                || cause instanceof SSLException;
    }

    private static String text(boolean headCame, Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "no such host: " + cause.getMessage();
        }
        if (cause instanceof EOFException) {
            return headCame ? "the connection ended before the body did" : "no answer came";
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
