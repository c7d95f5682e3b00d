package org.bindhost.file;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributeView;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/**
 * A look at a file before it is read, with which later ones are compared: what was read in between
 * is of one state if both show the same.
 */
final class Glance {

    private static final int MOST_PAUSES = 4;

    private final NamedFile file;
    private final FileState state;

    private Glance(NamedFile file, FileState state) {
        this.file = file;
        this.state = state;
    }

    static Glance at(NamedFile file) throws IOException {
        return new Glance(file, FileState.of(file.real()));
    }

    /**
     * Looks at a file that is to be read. If it changed a moment ago, waits until that moment is
     * over: a change of the same moment would not show, and old and new bytes could be taken for
     * one file. What does not come to rest is not read.
     */
    static Glance atRest(NamedFile file, Clock clock) throws IOException {
        for (int i = 0; i < MOST_PAUSES; i++) {
            var glance = at(file);
            if (glance.state.isSettled(clock.instant())) {
                return glance;
            }
            LockSupport.parkNanos(FileState.TURN.toNanos());
        }
        throw new Directory.Moved(file.path());
    }

    FileState state() {
        return state;
    }

    /**
     * Checks that the file of this name in a directory is the one that was looked at, as it was.
     */
    void requireIn(Directory directory) throws IOException {
        var there = directory.view(file.name(), BasicFileAttributeView.class).orElseThrow();
        var key = String.valueOf(there.readAttributes().fileKey());
        boolean sameFile = state.key().isEmpty() || state.key().equals(key);
        if (!sameFile || !state.equals(FileState.of(file.real()))) {
            throw new Directory.Moved(file.path());
        }
    }

    /** Checks that the file is as it was; fails with a {@link BindException} for a cause. */
    void requireSame() throws IOException {
        if (!isSame()) {
            throw changed();
        }
    }

    IOException changed() {
        var failure = new BindException(Reason.CHANGED, file + " changed while it was being read");
        return new IOException(failure.getMessage(), failure);
    }

    private boolean isSame() {
        try {
            return state.equals(FileState.of(file.real()));
        } catch (IOException e) {
            return false; // it went, or is no longer to be looked at
        }
    }
}
