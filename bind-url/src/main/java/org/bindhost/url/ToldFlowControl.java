package org.bindhost.url;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http2.BufferingFlowControlStrategy;
import org.eclipse.jetty.http2.HTTP2Channel;
import org.eclipse.jetty.http2.HTTP2Stream;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.util.Callback;

/**
 * Tells of streams that Jetty ends by itself. One whose bytes are not as many as were announced it
 * resets, and whoever reads it would wait for ever.
 */
final class ToldFlowControl extends BufferingFlowControlStrategy {

    /** Jetty's own share: a window is given back when half of it was read. */
    private static final float SHARE = 0.5F;

    private static final String RECEIVED = ToldFlowControl.class.getName();

    /** As many bytes came, and not as many were announced. */
    static final class OtherLengthException extends IOException {

        private static final long serialVersionUID = 1;

        private final long received;

        OtherLengthException(long received) {
            super(received + " bytes came, which is not what was announced");
            this.received = received;
        }

        long received() {
            return received;
        }
    }

    private final AtomicLong dropped = new AtomicLong();

    ToldFlowControl() {
        super(SHARE);
    }

    @Override
    public void onDataReceived(Session session, Stream stream, int length) {
        if (stream != null) {
            stream.setAttribute(RECEIVED, received(stream) + length);
        }
        super.onDataReceived(session, stream, length);
    }

    /** Bytes that nobody read are given back when their stream has failed. */
    @Override
    public void onDataConsumed(Session session, Stream stream, int length) {
        if (stream instanceof HTTP2Stream own && own.isResetOrFailed() && !own.isReset()) {
            dropped.addAndGet(length);
        }
        super.onDataConsumed(session, stream, length);
    }

    /** How many bytes were dropped with streams that failed. */
    long dropped() {
        return dropped.get();
    }

    /**
     * Of no effect on an exchange that has ended, such as one that was given up. What is reset
     * before any data came, such as a head that is too large, is told by Jetty itself.
     */
    @Override
    public void onStreamDestroyed(Stream stream) {
        super.onStreamDestroyed(stream);
        if (stream instanceof HTTP2Stream own
                && own.isReset()
                && own.getAttribute(RECEIVED) != null
                && own.getAttachment() instanceof HTTP2Channel.Client channel) {
            Runnable task =
                    channel.onFailure(new OtherLengthException(received(stream)), Callback.NOOP);
            if (task != null) {
                task.run();
            }
        }
    }

    private static long received(Stream stream) {
        Object received = stream.getAttribute(RECEIVED);
        return received == null ? 0 : (Long) received;
    }
}
