package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.Executor;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.drivers.Driver;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.Body;

/**
 * Turns a channel whose reads wait into a body that moves on demand: the one place where that is
 * done. Reads on threads set aside for waiting, and only while there is demand.
 */
final class ChannelBody implements Body {

    private static final int BUFFER_BYTES = 64 * 1024;

    /** After so many bytes other channels get the thread. */
    private static final long AT_ONCE_BYTES = 1024 * 1024;

    private final Moniker moniker;
    private final Driver driver;
    private final ReadableByteChannel channel;
    private final Executor waiting;

    private Receiver receiver;
    private ByteBuffer buffer;
    private long demand;
    private boolean reading;
    private boolean over;

    ChannelBody(Moniker moniker, Driver driver, ReadableByteChannel channel, Executor waiting) {
        this.moniker = moniker;
        this.driver = driver;
        this.channel = channel;
        this.waiting = waiting;
    }

    @Override
    public synchronized void start(Receiver itsReceiver) {
        receiver = itsReceiver;
    }

    @Override
    public void request(long bytes) {
        synchronized (this) {
            demand += bytes;
            if (reading || over) {
                return;
            }
            reading = true;
        }
        waiting.execute(this::read);
    }

    @Override
    public void cancel() {
        synchronized (this) {
            over = true;
        }
        close(); // breaks off a read under way
    }

    private void read() {
        try {
            for (long read = 0; read < AT_ONCE_BYTES; ) {
                int most = next();
                if (most == 0) {
                    return;
                }
                int count = readSome(most);
                if (count < 0) {
                    finish();
                    return;
                }
                read += count;
            }
            waiting.execute(this::read);
        } catch (IOException | RuntimeException e) { // the channel is a driver's
            fail(e);
        } catch (BindException e) {
            end(); // the driver goes, and whoever receives has heard of it
        } catch (Error e) {
            fail(e);
            throw e;
        }
    }

    /** How much may be read next; 0 if reading is to pause or is over. */
    private synchronized int next() {
        if (over || demand == 0) {
            reading = false;
            return 0;
        }
        return (int) Math.min(demand, BUFFER_BYTES);
    }

    private int readSome(int most) throws IOException, BindException {
        if (buffer == null) {
            buffer = ByteBuffer.allocate(BUFFER_BYTES);
        }
        buffer.clear().limit(most);
        int count = readInside();
        if (count > 0) {
            buffer.flip();
            synchronized (this) {
                demand -= count;
            }
            receiver.onBytes(buffer);
        }
        return count;
    }

    /** Counted as within the driver, whose channel it may be. */
    private int readInside() throws IOException, BindException {
        var failure = new IOException[1];
        int count =
                driver.call(
                        service -> {
                            try {
                                return channel.read(buffer);
                            } catch (IOException e) {
                                failure[0] = e;
                                return 0;
                            }
                        });
        if (failure[0] != null) {
            throw failure[0];
        }
        return count;
    }

    private void finish() {
        if (end()) {
            close();
            receiver.onComplete();
        }
    }

    private void fail(Throwable e) {
        if (end()) {
            close();
            receiver.onFailure(reason(e));
        }
    }

    /** A channel may say what is the matter; most do not know what it means for a bind. */
    private BindException reason(Throwable e) {
        return e.getCause() instanceof BindException said
                ? said
                : new BindException(
                        Reason.STORAGE_FAILED, "reading " + moniker + " broke off: " + e);
    }

    private synchronized boolean end() {
        boolean first = !over;
        over = true;
        reading = false;
        return first;
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(ChannelBody.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing " + moniker, e);
        }
    }
}
