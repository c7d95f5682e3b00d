package org.bindhost.url;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.client.transport.internal.HttpConnectionOverHTTP2;
import org.eclipse.jetty.io.EndPoint;

/**
 * Keeps HTTP/2 connections from being closed as idle while they have streams: Jetty counts traffic
 * only, and would end a transfer that is suspended together with its neighbours.
 */
final class OpenStreams {

    private final Map<EndPoint, Integer> streams = new ConcurrentHashMap<>();
    private final Duration idle;

    OpenStreams(Duration idle) {
        this.idle = idle;
    }

    /** Counts a stream in, and returns what counts it out again, once however often it is run. */
    Runnable hold(Request request) {
        if (request.getConnection() instanceof HttpConnectionOverHTTP2 http2
                && http2.getSession() instanceof HTTP2Session session) {
            EndPoint endPoint = session.getEndPoint();
            streams.compute(
                    endPoint,
                    (key, count) -> {
                        key.setIdleTimeout(0);
                        return count == null ? 1 : count + 1;
                    });
            var held = new AtomicBoolean(true);
            return () -> {
                if (held.getAndSet(false)) {
                    letGo(endPoint);
                }
            };
        }
        return () -> {};
    }

    private void letGo(EndPoint endPoint) {
        streams.computeIfPresent(
                endPoint,
                (key, count) -> {
                    if (count > 1) {
                        return count - 1;
                    }
                    key.setIdleTimeout(idle.toMillis());
                    return null;
                });
    }
}
