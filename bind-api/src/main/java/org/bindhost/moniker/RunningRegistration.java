package org.bindhost.moniker;

import org.bindhost.bind.Registration;
import org.osgi.annotation.versioning.ProviderType;

/** An object registered as running, until this is closed (C-14). */
@ProviderType
public interface RunningRegistration extends Registration {

    /**
     * Returns the name it runs under.
     *
     * @return the reduced name
     */
    Moniker name();

    /**
     * Tells whether something was running under an equal name before (C-15).
     *
     * @return {@code true} if this is not the first
     */
    boolean wasRunning();
}
