package org.bindhost.spi;

import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The ability of a {@link MonikerClass} to say what a name stands for, as an alias does.
 *
 * <p>Source: {@code IMoniker::Reduce} (B-21).
 */
@ConsumerType
public interface ReducibleMonikerClass {

    /**
     * Reduces a name by one step. Must not use the network.
     *
     * @param name a name of this class
     * @return what it stands for, or empty if it stands for itself
     * @throws BindException if that cannot be found out
     */
    Optional<Moniker> reduce(MonikerPart name) throws BindException;
}
