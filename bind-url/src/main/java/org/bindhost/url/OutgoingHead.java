package org.bindhost.url;

import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.RequestBody;

/**
 * What a client says of the body of its request, asked once.
 *
 * @param asked such as {@code "POST http://host/a"}
 * @param mediaType the type, if it is said
 * @param length how many bytes, if that is known
 * @param repeatable whether it can be read again
 */
record OutgoingHead(
        String asked, Optional<String> mediaType, OptionalLong length, boolean repeatable) {

    static OutgoingHead of(String asked, RequestBody body) throws BindException {
        try {
            var head =
                    new OutgoingHead(asked, body.mediaType(), body.length(), body.isRepeatable());
            head.check();
            return head;
        } catch (RuntimeException e) { // it is the client's, and may throw anything
            throw failure(asked, "cannot be sent: " + e);
        }
    }

    private void check() throws BindException {
        if (length.orElse(0) < 0) {
            throw failure("has a length of " + length.getAsLong());
        }
        if (!mediaType.orElse("a/b").chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw failure("has a media type with characters that none may have");
        }
    }

    /** A failure that is the client's. */
    BindException failure(String what) {
        return failure(asked, what);
    }

    private static BindException failure(String asked, String what) {
        return new BindException(Reason.CALLBACK_FAILED, asked + ": the body to send " + what);
    }
}
