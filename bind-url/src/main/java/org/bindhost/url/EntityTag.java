package org.bindhost.url;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A strong entity tag: RFC 9110, 8.8.3. Equal ones mean equal bytes.
 *
 * @param text with its quotes
 */
record EntityTag(String text) {

    private static final Pattern STRONG = Pattern.compile("\"[!#-~\u0080-\u00ff]*\"");

    /** Reads a tag; what is weak, or no tag at all, promises nothing. */
    static Optional<EntityTag> strong(String text) {
        return STRONG.matcher(text).matches() ? Optional.of(new EntityTag(text)) : Optional.empty();
    }
}
