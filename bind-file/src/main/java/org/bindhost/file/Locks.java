package org.bindhost.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/**
 * Respects the locks of others, in this process and in other ones. Nothing is locked for longer
 * than it takes to see that nobody else has; a file is whole without, since it is renamed.
 *
 * <p>On POSIX systems a process loses its locks on a file as soon as it closes any descriptor of
 * that file. What was opened, and is then found to be locked by somebody else in this process, is
 * therefore kept open until that lock is gone.
 *
 * <p>Threads: any. The lock of this object is held while the system is asked, and by {@link
 * #whileFree} while that does what there is to do, which keeps our own from meeting each other.
 */
final class Locks implements AutoCloseable {

    /** Others look as shortly as we do: another process of ours has not really locked it. */
    private static final int TRIES = 5;

    private static final Duration BETWEEN = Duration.ofMillis(10);

    /** Beyond these, what belongs to others in this process is lost to them, as if we had none. */
    static final int MOST_KEPT = 64;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(FileChannel channel, boolean forReading) {}

    /** Opens a file. */
    interface Opener {
        FileChannel open() throws IOException;
    }

    /** What is done while nobody else has a lock. */
    interface Action {
        void run() throws IOException, BindException;
    }

    private enum Found {
        FREE,
        LOCKED_HERE,
        LOCKED_ELSEWHERE
    }

    /** Opens a file that nobody else has locked for themselves. */
    FileChannel read(NamedFile file, String key, Opener opener) throws IOException, BindException {
        var channel = open(file, key, opener);
        require(file, key, channel, true, () -> {});
        return channel;
    }

    /** Does something to a file on which nobody else has a lock of any kind. */
    void whileFree(NamedFile file, String key, Opener opener, Action action)
            throws IOException, BindException {
        var channel = open(file, key, opener);
        require(file, key, channel, false, action);
        channel.close();
    }

    private FileChannel open(NamedFile file, String key, Opener opener)
            throws IOException, BindException {
        sweep();
        if (kept.containsKey(key)) {
            throw locked(file, Found.LOCKED_HERE);
        }
        return opener.open();
    }

    private void require(
            NamedFile file, String key, FileChannel channel, boolean shared, Action action)
            throws IOException, BindException {
        Found found = Found.FREE;
        try {
            found = look(channel, shared, action);
            if (found != Found.FREE) {
                throw locked(file, found);
            }
        } catch (IOException | BindException | RuntimeException e) {
            if (found != Found.LOCKED_HERE || !keep(key, new Kept(channel, shared))) {
                channel.close();
            }
            throw e;
        }
    }

    private Found look(FileChannel channel, boolean shared, Action action)
            throws IOException, BindException {
        var found = lookOnce(channel, shared, action);
        for (int i = 1; i < TRIES && found != Found.FREE; i++) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            found = lookOnce(channel, shared, action);
        }
        return found;
    }

    private synchronized Found lookOnce(FileChannel channel, boolean shared, Action action)
            throws IOException, BindException {
        Optional<FileLock> lock;
        try {
            lock = Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
        } catch (OverlappingFileLockException e) {
            return Found.LOCKED_HERE;
        }
        if (lock.isEmpty()) {
            return Found.LOCKED_ELSEWHERE;
        }
        try {
            action.run();
            return Found.FREE;
        } finally {
            lock.get().release();
        }
    }

    private synchronized boolean keep(String key, Kept open) {
        return kept.size() < MOST_KEPT && kept.putIfAbsent(key, open) == null;
    }

    /** Lets go of what nobody in this process has locked any more. */
    private synchronized void sweep() throws IOException, BindException {
        for (var entry : List.copyOf(kept.entrySet())) {
            var open = entry.getValue();
            if (lookOnce(open.channel(), open.forReading(), () -> {}) != Found.LOCKED_HERE) {
                kept.remove(entry.getKey());
                open.channel().close();
            }
        }
    }

    private static BindException locked(NamedFile file, Found where) {
        String by = where == Found.LOCKED_HERE ? "within this process" : "by another process";
        return new BindException(Reason.LOCKED, file + " is locked " + by);
    }

    /** Closes what was kept; whoever has locked it in this process loses that on POSIX systems. */
    @Override
    public synchronized void close() {
        for (var open : kept.values()) {
            try {
                open.channel().close();
            } catch (IOException e) {
                // nothing was written to it
            }
        }
        kept.clear();
    }
}
