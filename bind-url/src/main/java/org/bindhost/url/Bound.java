package org.bindhost.url;

import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;

/**
 * How large what is read may be.
 *
 * @param most how many bytes the whole may have; the greatest number for any
 * @param asked such as {@code "GET http://host/a"}
 */
record Bound(long most, String asked) {

    /** Bounds the body of what was found; what says itself that it is larger is not even begun. */
    Content of(Content content) throws BindException {
        if (most == Long.MAX_VALUE || !(content instanceof Content.Found found)) {
            return content;
        }
        check(found.info().length());
        var bounded = new BoundedBody(found.body(), most - found.offset(), tooLarge());
        return new Content.Found(found.info(), found.offset(), bounded);
    }

    /**
     * Refuses what is too large by its own word.
     *
     * @param said how many bytes there are or come, if that is said
     */
    void check(OptionalLong said) throws BindException {
        if (said.orElse(0) > most) {
            throw tooLarge();
        }
    }

    private BindException tooLarge() {
        return new BindException(
                Reason.DENIED_BY_POLICY,
                asked + ": there are more than the " + most + " bytes that are allowed");
    }
}
