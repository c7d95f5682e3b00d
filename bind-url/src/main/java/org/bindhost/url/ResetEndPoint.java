package org.bindhost.url;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
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
        if (filled < 0) {
            checkReset();
        }
        return filled;
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
