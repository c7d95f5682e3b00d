package org.bindhost.spi;

import java.util.Optional;
import org.bindhost.moniker.MonikerPart;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The ability of a {@link MonikerClass} to tell where what a name denotes comes from. The engine
 * limits how many transfers from one origin move at once and how fast, so that one that is slow or
 * dead holds up nobody else.
 */
@ConsumerType
public interface OriginMonikerClass {

    /**
     * Returns the origin of a name: equal for names whose transfers get in each other's way, such
     * as those of one server. Told from the name alone, without waiting; the engine asks again for
     * each redirect.
     *
     * @param name a name of this class
     * @return the origin; or empty if the name has none, and then only the limits of all transfers
     *     hold, and only policies for all hosts. Of one that is written {@code scheme://host} or
     *     {@code scheme://host:port}, such as {@code "https://example.org:443"}, policies see
     *     scheme and host
     */
    Optional<String> origin(MonikerPart name);
}
