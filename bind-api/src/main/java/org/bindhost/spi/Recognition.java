package org.bindhost.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.bindhost.moniker.MonikerPart;

/**
 * What a class of names makes of a text it is asked about: a name of its own, a text that is none
 * of its business, or one that it alone could mean and that is wrong.
 *
 * <p>Source: what {@code IParseDisplayName::ParseDisplayName} answers, with a place and a reason
 * where that had a code.
 */
public sealed interface Recognition {

    /**
     * Says that the text does not begin with a name of this class.
     *
     * @return that
     */
    static Recognition foreign() {
        return Foreign.FOREIGN;
    }

    /**
     * Returns the name, if there is one.
     *
     * @return the name, or empty if none was found
     */
    default Optional<Found> found() {
        return this instanceof Found found ? Optional.of(found) : Optional.empty();
    }

    /**
     * A name at the start of the text.
     *
     * @param part the name
     * @param length how many {@code char}s of the text it takes up, 1 or more
     * @param warnings what a person should know before trusting it, such as letters that look like
     *     others
     */
    record Found(MonikerPart part, int length, List<String> warnings) implements Recognition {

        /** Checks the length. */
        public Found {
            requireNonNull(part, "part");
            warnings = List.copyOf(warnings);
            if (length < 1) {
                throw new IllegalArgumentException("a name takes up something, not " + length);
            }
        }

        /**
         * Creates an answer without warnings.
         *
         * @param part the name
         * @param length how many {@code char}s of the text it takes up, 1 or more
         */
        public Found(MonikerPart part, int length) {
            this(part, length, List.of());
        }
    }

    /** The text begins with nothing of this class: the next one is asked. */
    enum Foreign implements Recognition {
        /** The only answer of its kind. */
        FOREIGN
    }

    /**
     * The text begins as names of this class do, such as with its scheme, and is none. The other
     * classes are asked all the same; if none of them recognises it, this is what is reported.
     *
     * @param at where the trouble is, in {@code char}s from the start of the text; 0 or more
     * @param problem what is wrong there, as the second half of a sentence that begins with the
     *     name: {@code "has a port that is no number"}
     */
    record Malformed(int at, String problem) implements Recognition {

        /** Checks the place. */
        public Malformed {
            requireNonNull(problem, "problem");
            if (at < 0) {
                throw new IllegalArgumentException("there is no place " + at);
            }
        }
    }
}
