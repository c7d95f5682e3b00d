package org.bindhost.url;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http2.RetryableStreamException;

/**
 * Turns what Jetty throws into failures that say what was asked, of whom, and what came back.
 *
 * @param asked such as {@code "GET http://host/a"}
 * @param headerBytes what the head of the answer may have
 */
record HttpFailures(String asked, int headerBytes) {

    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN_TO_PROXY = 407;

    /** What a server of HTTP/2 does that may not send as large a head as it has. */
    private static final String TAKEN_BACK = "cancel_stream_error";

    /** What Jetty does with a head over HTTP/2 that is too large all the same. */
    private static final String UNREADABLE = "invalid_hpack_block";

    /** What Jetty says of a connection that ends within a head. */
    private static final String EARLY_END = "Early EOF";

    /**
     * Flattens a failure.
     *
     * @param headCame whether the head of the answer had come
     * @param thrown what Jetty threw; nothing of it is kept but its text
     */
    BindException of(boolean headCame, Throwable thrown) {
        Throwable cause = unwrap(thrown);
        if (cause instanceof BindException failure) {
            return failure;
        }
        if (!headCame && says(cause, TAKEN_BACK)) {
            return protocol(
                    "the answer was taken back before its head came, as one is whose head is"
                            + tooLarge());
        }
        if (!headCame && says(cause, UNREADABLE)) {
            return protocol("the head of the answer cannot be read, or is" + tooLarge());
        }
        if (cause instanceof HttpResponseException refused && isTunnel(refused.getResponse())) {
            return ofProxy(refused.getResponse().getStatus());
        }
        return new BindException(reason(headCame, cause), asked + ": " + text(headCame, cause));
    }

    private static boolean isTunnel(Response response) {
        return HttpMethod.CONNECT.is(response.getRequest().getMethod());
    }

    private BindException ofProxy(int status) {
        boolean denied = status == UNKNOWN_TO_PROXY || status == FORBIDDEN;
        return new BindException(
                denied ? Reason.ACCESS_DENIED : Reason.UNREACHABLE,
                asked + ": " + status + " from the proxy, which does not lead there");
    }

    private BindException protocol(String text) {
        return new BindException(Reason.PROTOCOL, asked + ": " + text);
    }

    private String tooLarge() {
        return " larger than " + headerBytes + " bytes";
    }

    private static boolean says(Throwable cause, String text) {
        return cause instanceof IOException && String.valueOf(cause.getMessage()).contains(text);
    }

    private static boolean isEarlyEnd(Throwable cause) {
        return cause instanceof HttpResponseException senseless
                && EARLY_END.equals(senseless.getResponse().getReason());
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
        if (cause instanceof ProtocolException) {
            return Reason.PROTOCOL;
        }
        return cause instanceof TimeoutException ? Reason.STALLED : Reason.BROKEN;
    }

    private static Reason beforeHead(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return Reason.STALLED;
        }
        boolean isBroken =
                (cause instanceof IOException && !(cause instanceof ProtocolException))
                        || cause instanceof RetryableStreamException
                        || cause.getCause() instanceof RetryableStreamException
                        || isEarlyEnd(cause);
        return isBroken ? Reason.BROKEN : Reason.PROTOCOL;
    }

    private static boolean isUnreachable(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof NoRouteToHostException
                || cause instanceof SocketTimeoutException
                || cause instanceof SSLException;
    }

    private String text(boolean headCame, Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "no such host: " + cause.getMessage();
        }
        if (cause instanceof EOFException) {
            return headCame ? "the connection ended before the body did" : "no answer came";
        }
        if (isEarlyEnd(cause)) {
            return "the connection ended before the head of the answer did";
        }
        if (cause instanceof HttpResponseException senseless) {
            return senseless(senseless);
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** Jetty's own text shows the inside of its connection. */
    private String senseless(HttpResponseException failure) {
        String reason = String.valueOf(failure.getResponse().getReason());
        return reason.endsWith("Too Large")
                ? "the head of the answer is" + tooLarge()
                : "what came is no HTTP: " + reason;
    }
}
