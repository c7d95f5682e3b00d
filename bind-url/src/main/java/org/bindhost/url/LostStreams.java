package org.bindhost.url;

import java.util.Optional;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http2.CloseState;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.client.transport.internal.HttpConnectionOverHTTP2;

/**
 * Tells whether the end of a body by HTTP/2 can be believed. When a connection fails, Jetty drops
 * what its streams have not handed on yet, and keeps the end if that had come.
 */
final class LostStreams {

    private final Optional<HTTP2Session> session;
    private boolean goodbye;

    /** Begins to watch the connection of a request. */
    LostStreams(Request request) {
        session = session(request);
        look();
    }

    private static Optional<HTTP2Session> session(Request request) {
        return request.getConnection() instanceof HttpConnectionOverHTTP2 http2
                        && http2.getSession() instanceof HTTP2Session session
                ? Optional.of(session)
                : Optional.empty();
    }

    private Optional<ToldFlowControl> control() {
        return session.map(HTTP2Session::getFlowControlStrategy)
                .filter(ToldFlowControl.class::isInstance)
                .map(ToldFlowControl.class::cast);
    }

    /** Takes note of a connection that is going to end in good order. */
    void look() {
        goodbye |= is(CloseState.REMOTELY_CLOSED) || is(CloseState.CLOSING);
    }

    /** Whether the connection has ended, so that it is worth while to ask a moment later. */
    boolean isUnsure() {
        return session.isPresent() && !is(CloseState.NOT_CLOSED) && !is(CloseState.REMOTELY_CLOSED);
    }

    /**
     * Whether bytes may have been dropped, perhaps those of this request: the connection broke, or
     * it was to end in good order and bytes of some stream were dropped all the same.
     */
    boolean isAny() {
        return isUnsure() && (!goodbye || control().filter(it -> it.dropped() > 0).isPresent());
    }

    private boolean is(CloseState state) {
        return session.filter(it -> it.getCloseState() == state).isPresent();
    }
}
