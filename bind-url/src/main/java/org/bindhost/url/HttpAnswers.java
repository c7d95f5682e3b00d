package org.bindhost.url;

import java.net.SocketAddress;
import java.util.Map;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Body;
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

    private HttpAnswers() {}

    /**
     * Tells what an answer is.
     *
     * @param asked such as {@code "GET http://host/a"}
     * @throws BindException if it is a failure
     */
    static Content content(String asked, Request request, Head head, Body body)
            throws BindException {
        int status = head.status();
        if (REDIRECTS.containsKey(status)) {
            return redirect(asked, request, head);
        }
        if (status >= FIRST_OK && status < MULTIPLE_CHOICES) {
            return found(asked, request, head, body);
        }
        boolean senseless = status < FIRST_CLIENT_ERROR || status == NOT_MODIFIED;
        Reason other = senseless ? Reason.PROTOCOL : Reason.SERVER_FAILED;
        throw new BindException(
                REFUSALS.getOrDefault(status, other), answered(asked, request, head));
    }

    private static Content redirect(String asked, Request request, Head head) throws BindException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String target =
                head.location()
                        .orElseThrow(
                                () ->
                                        new BindException(
                                                Reason.PROTOCOL,
                                                answered(asked, request, head)
                                                        + ", but not where it is"));
        return new Content.Redirect(target, reads || REDIRECTS.get(head.status()));
    }

    private static Content found(String asked, Request request, Head head, Body body)
            throws BindException {
        if (head.coding().isPresent()) {
            throw new BindException(
                    Reason.PROTOCOL,
                    answered(asked, request, head)
                            + " in the coding "
                            + head.coding().get()
                            + ", though none was asked for");
        }
        if (!head.isPartial()) {
            return new Content.Found(head.info(), 0, body);
        }
        ContentRange range =
                head.contentRange()
                        .orElseThrow(
                                () ->
                                        new BindException(
                                                Reason.PROTOCOL,
                                                answered(asked, request, head)
                                                        + ", but not which part"));
        return new Content.Found(head.info(), range.first(), body);
    }

    private static String answered(String asked, Request request, Head head) {
        return asked + ": " + head.line() + " from " + peer(request);
    }

    private static String peer(Request request) {
        Connection connection = request.getConnection();
        SocketAddress address = connection == null ? null : connection.getRemoteSocketAddress();
        return address == null ? request.getHost() + ":" + request.getPort() : address.toString();
    }
}
