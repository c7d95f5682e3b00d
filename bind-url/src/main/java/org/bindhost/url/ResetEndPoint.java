package org.bindhost.url;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.client.transport.internal.HttpConnectionOverHTTP;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Tells a connection that was reset from one that ended: to Jetty both are the end, and so a body
 * that the connection delimits would seem whole.
 */
final class ResetEndPoint extends SocketChannelEndPoint {

    ResetEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler timer) {
        super(channel, selector, key, timer);
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled < 0 && isDelimited(getConnection())) {
            checkReset();
        }
        return filled;
    }

    /** By HTTP/2 every body has its own end, and Jetty looks after the connection. */
    private static boolean isDelimited(Connection connection) {
        return connection instanceof SslConnection tls
                ? isDelimited(tls.getSslEndPoint().getConnection())
                : connection instanceof HttpConnectionOverHTTP;
    }

    /** A channel says again and again that it was reset, and never that after its end. */
    private void checkReset() throws SocketException {
        try {
            getChannel().read(ByteBuffer.allocate(1));
        } catch (SocketException e) {
            throw e;
        } catch (ClosedChannelException e) {
            // We closed it ourselves.
        } catch (IOException e) {
            throw new SocketException(e.getMessage());
        }
    }
}
