package org.bindhost.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a resource before its bytes.
 *
 * @param mediaType the type announced, as it was announced, or empty if none was
 * @param length the length of the whole in bytes, or empty if unknown
 * @param validator what tells this state from another, or empty if nothing does
 * @param freshness how long it may be used
 * @param ranges whether a range of it can be asked for
 */
public record ContentInfo(
        Optional<String> mediaType,
        OptionalLong length,
        Optional<Validator> validator,
        Freshness freshness,
        boolean ranges) {

    /** Nothing is known. */
    public static final ContentInfo UNKNOWN =
            new ContentInfo(
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Freshness.UNSAID,
                    false);

    /** Checks that nothing is missing. */
    public ContentInfo {
        requireNonNull(mediaType, "mediaType");
        requireNonNull(validator, "validator");
        requireNonNull(freshness, "freshness");
        if (length.orElse(0) < 0) {
            throw new IllegalArgumentException("negative length: " + length);
        }
    }
}
