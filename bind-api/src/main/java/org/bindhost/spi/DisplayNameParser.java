package org.bindhost.spi;

import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Recognises names of other classes than its own at the head of a text, such as aliases; a service.
 * Parsers and the {@link MonikerClass classes} themselves are asked in one order, that of {@code
 * service.ranking}, the highest first; the first that recognises something wins.
 *
 * <p><b>Threads.</b> Any number of threads may call any method.
 *
 * <p><b>Source.</b> {@code IParseDisplayName}.
 */
@ConsumerType
public interface DisplayNameParser {

    /** Service property, a {@code String}: what the parser is called in lists and messages. */
    String NAME = "moniker.parser";

    /**
     * Recognises a name at the head of a text. As with {@link MonikerClass#recognize} it may look
     * at what is on this machine, and must not use the network.
     *
     * @param text what is to be parsed, not empty
     * @param base what a relative name is relative to
     * @return the name, or empty if the text does not begin with one
     */
    Optional<Head> parse(String text, Optional<Moniker> base);

    /**
     * A name at the start of a text.
     *
     * @param moniker the name
     * @param length how many {@code char}s of the text it takes up, 1 or more
     */
    record Head(Moniker moniker, int length) {

        /** Checks the length. */
        public Head {
            if (length < 1) {
                throw new IllegalArgumentException("a name takes up something, not " + length);
            }
        }
    }
}
