package org.bindhost.spi;

import java.util.Optional;
import org.bindhost.moniker.MonikerPart;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The ability of a {@link MonikerClass} to undo its names: what follows one and takes it away
 * again.
 *
 * <p>Source: {@code IMoniker::Inverse} (B-14).
 */
@ConsumerType
public interface InvertibleMonikerClass {

    /**
     * Returns the inverse of a name, if it is one of this class.
     *
     * @param name a name of this class
     * @return the part of this class which {@link JoiningMonikerClass#join joined} to the right of
     *     {@code name} leaves {@link Joined#nothing() nothing} (B-10); or empty, as usual, if that
     *     is the anti-moniker (B-05)
     */
    default Optional<MonikerPart> inverse(MonikerPart name) {
        return Optional.empty();
    }
}
