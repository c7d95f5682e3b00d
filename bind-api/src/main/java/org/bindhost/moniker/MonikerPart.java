package org.bindhost.moniker;

import static java.util.Objects.requireNonNull;

/**
 * One part of a moniker: a class of names, what identifies the name within it, and the text it was
 * written as.
 *
 * <p>Two parts are equal when class and key are; the text is for people and for parsing again.
 *
 * @param monikerClass the class of the name, as its driver registers it, for example {@code "url"};
 *     not empty
 * @param key the canonical form, fixed by the class when the name is parsed, case rule included;
 *     not empty
 * @param text the name as it was written, with its delimiter where its class has one
 */
public record MonikerPart(String monikerClass, String key, String text) {

    /** Checks that nothing is missing. */
    public MonikerPart {
        if (monikerClass.isEmpty() || key.isEmpty()) {
            throw new IllegalArgumentException("a part needs a class and a key: " + text);
        }
        requireNonNull(text, "text");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MonikerPart that
                && monikerClass.equals(that.monikerClass)
                && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return 31 * monikerClass.hashCode() + key.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
