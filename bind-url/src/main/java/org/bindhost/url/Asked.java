package org.bindhost.url;

import java.net.SocketAddress;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What was asked, which an answer is measured by.
 *
 * @param text such as {@code "GET http://host/a"}
 * @param request how it was sent
 * @param part which part was asked for
 * @param body what is said of the body that went with it
 */
record Asked(String text, Request request, WantedPart part, Optional<OutgoingHead> body) {

    /** Whether the client wants it only if it is not what the client has. */
    boolean isConditional() {
        var fields = request.getHeaders();
        return fields.contains(HttpHeader.IF_NONE_MATCH)
                || fields.contains(HttpHeader.IF_MODIFIED_SINCE);
    }

    /** An answer that makes no sense. */
    BindException senseless(Head head, String what) {
        return failure(Reason.PROTOCOL, head, what);
    }

    /** A failure that says who answered what. */
    BindException failure(Reason reason, Head head, String what) {
        return new BindException(reason, message(head, what));
    }

    /** Says who answered what. */
    String message(Head head, String what) {
        return text + ": " + head.line() + " from " + peer() + what;
    }

    private String peer() {
        Connection connection = request.getConnection();
        SocketAddress address = connection == null ? null : connection.getRemoteSocketAddress();
        return address == null ? request.getHost() + ":" + request.getPort() : address.toString();
    }
}
