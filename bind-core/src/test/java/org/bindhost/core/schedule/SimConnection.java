package org.bindhost.core.schedule;

/**
 * What the transfers of a server share, as the streams of an HTTP/2 connection do: so many bytes
 * may have been sent in all that nobody has taken yet, and so many of one transfer. One that nobody
 * takes from holds its part.
 */
final class SimConnection {

    static final SimConnection EACH_ITS_OWN = new SimConnection(1L << 50, 1L << 50);

    private final long windowBytes;
    private final long streamBytes;
    private long untaken;

    SimConnection(long windowBytes, long streamBytes) {
        this.windowBytes = windowBytes;
        this.streamBytes = streamBytes;
    }

    /** How much more may be sent of a transfer of which so much is not taken yet. */
    long room(long itsUntaken) {
        return Math.max(0, Math.min(windowBytes - untaken, streamBytes - itsUntaken));
    }

    void sent(long bytes) {
        untaken += bytes;
    }

    void taken(long bytes) {
        untaken -= bytes;
    }
}
