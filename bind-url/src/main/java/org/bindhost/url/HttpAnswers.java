package org.bindhost.url;

import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Body;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Request;

/** What the status of an answer means. */
final class HttpAnswers {

    private static final int MULTIPLE_CHOICES = 300;
    private static final int FIRST_OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_CLIENT_ERROR = 400;

    /** Redirects, and whether the same verb is meant for the new name. */
    private static final Map<Integer, Boolean> REDIRECTS =
            Map.of(301, false, 302, false, 303, false, 307, true, 308, true);

    private static final Map<Integer, Reason> REFUSALS =
            Map.of(
                    401, Reason.ACCESS_DENIED,
                    403, Reason.ACCESS_DENIED,
                    404, Reason.NOT_FOUND,
                    405, Reason.UNSUPPORTED,
                    406, Reason.UNSUPPORTED,
                    407, Reason.ACCESS_DENIED,
                    410, Reason.NOT_FOUND,
                    412, Reason.CHANGED);

    /**
     * What was asked.
     *
     * @param text such as {@code "GET http://host/a"}
     * @param request how it was sent
     * @param range the part that was asked for, or empty if the whole was
     */
    record Asked(String text, Request request, Optional<ByteRange> range) {}

    private HttpAnswers() {}

    /**
     * Tells what an answer is.
     *
     * @throws BindException if it is a failure
     */
    static Content content(Asked asked, Head head, Body body) throws BindException {
        int status = head.status();
        if (REDIRECTS.containsKey(status)) {
            return redirect(asked, head);
        }
        if (status >= FIRST_OK && status < MULTIPLE_CHOICES) {
            return found(asked, head, body);
        }
        boolean senseless = status < FIRST_CLIENT_ERROR || status == NOT_MODIFIED;
        Reason other = senseless ? Reason.PROTOCOL : Reason.SERVER_FAILED;
        throw new BindException(REFUSALS.getOrDefault(status, other), answered(asked, head));
    }

    private static Content redirect(Asked asked, Head head) throws BindException {
        String method = asked.request().getMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        String target =
                head.location().orElseThrow(() -> senseless(asked, head, ", but not where it is"));
        return new Content.Redirect(
                WrittenNames.ofHeader(target), reads || REDIRECTS.get(head.status()));
    }

    private static Content found(Asked asked, Head head, Body body) throws BindException {
        if (head.coding().isPresent()) {
            throw senseless(
                    asked,
                    head,
                    " in the coding " + head.coding().get() + ", though none was asked for");
        }
        if (!head.isPartial()) {
            return new Content.Found(head.info(), 0, body);
        }
        return new Content.Found(head.info(), first(asked, head), body);
    }

    /** Where a part begins, which is where it was asked to begin. */
    private static long first(Asked asked, Head head) throws BindException {
        if (asked.range().isEmpty()) {
            throw senseless(asked, head, ", though no part was asked for");
        }
        var range = head.contentRange();
        if (range.isEmpty()) {
            throw senseless(asked, head, ", but not which part");
        }
        long first = range.get().first();
        long wanted = asked.range().get().offset();
        if (first != wanted) {
            throw senseless(
                    asked,
                    head,
                    " from byte " + first + ", though byte " + wanted + " was asked for");
        }
        return first;
    }

    private static BindException senseless(Asked asked, Head head, String what) {
        return new BindException(Reason.PROTOCOL, answered(asked, head) + what);
    }

    private static String answered(Asked asked, Head head) {
        return asked.text() + ": " + head.line() + " from " + peer(asked.request());
    }

    private static String peer(Request request) {
        Connection connection = request.getConnection();
        SocketAddress address = connection == null ? null : connection.getRemoteSocketAddress();
        return address == null ? request.getHost() + ":" + request.getPort() : address.toString();
    }
}
