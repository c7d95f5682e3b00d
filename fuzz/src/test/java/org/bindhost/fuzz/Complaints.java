package org.bindhost.fuzz;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Fails whoever asks about a name that a driver throws at. The parser only logs that and asks the
 * next one, so that one driver's bug does not hide the names of others; here it is to be found.
 */
final class Complaints extends Handler {

    /** Held here, or it would be forgotten with its handlers. */
    private static final Logger LOGGER = Logger.getLogger("org.bindhost.core.naming");

    private Complaints() {}

    static void fail() {
        LOGGER.addHandler(new Complaints());
    }

    /** An error, which nobody on the way catches. */
    @Override
    public void publish(LogRecord complaint) {
        if (complaint.getThrown() != null) {
            throw new AssertionError(complaint.getMessage(), complaint.getThrown());
        }
    }

    @Override
    public void flush() {
        // nothing is kept
    }

    @Override
    public void close() {
        // nothing is held
    }
}
