package org.bindhost.url;

import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.client.transport.internal.HttpConnectionOverHTTP2;

/**
 * Tells whether the end of a body by HTTP/2 can be believed. When a connection fails, Jetty drops
 * what its streams have not handed on yet, and keeps the end if that had come.
 */
final class LostStreams {

    private final Request request;
    private final long before;

    /** Begins to watch the connection of a request. */
    LostStreams(Request request) {
        this.request = request;
        this.before = dropped();
    }

    /** Whether bytes of this connection were dropped meanwhile, perhaps those of this request. */
    boolean isAny() {
        return dropped() != before;
    }

    private long dropped() {
        return request.getConnection() instanceof HttpConnectionOverHTTP2 http2
                        && http2.getSession() instanceof HTTP2Session session
                        && session.getFlowControlStrategy() instanceof ToldFlowControl control
                ? control.dropped()
                : 0;
    }
}
