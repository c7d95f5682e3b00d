package org.bindhost.core.engine;

import java.util.Optional;
import org.bindhost.bind.Registration;

/**
 * A registration that may be closed before it is made, and is closed as soon as it is made then. A
 * later one takes the place of an earlier one, which is not closed.
 */
final class OneRegistration implements Registration {

    private Optional<Registration> registration = Optional.empty();
    private boolean closed;

    void set(Registration made) {
        synchronized (this) {
            if (!closed) {
                registration = Optional.of(made);
                return;
            }
        }
        made.close();
    }

    @Override
    public void close() {
        Optional<Registration> toClose;
        synchronized (this) {
            closed = true;
            toClose = registration;
            registration = Optional.empty();
        }
        toClose.ifPresent(Registration::close);
    }
}
