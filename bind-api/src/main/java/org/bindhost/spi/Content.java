package org.bindhost.spi;

import static java.util.Objects.requireNonNull;

import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a driver answers to one hop. What it does not have is not here but a failure, a {@link
 * org.bindhost.bind.BindException} with a reason.
 */
public sealed interface Content {

    /**
     * Here it is, on demand.
     *
     * @param info what is known of the whole
     * @param offset which byte of the whole the body begins with: 0, or that of the range asked for
     * @param body the bytes
     */
    record Found(ContentInfo info, long offset, Body body) implements Content {
        /** Checks that nothing is missing. */
        public Found {
            requireNonNull(info, "info");
            requireNonNull(body, "body");
        }
    }

    /**
     * Here it is, in something whose reads wait. The engine reads it on threads set aside for that,
     * by demand like any other.
     *
     * @param info what is known of the whole
     * @param offset which byte of the whole the channel begins with
     * @param channel the bytes; the engine closes it, from any thread to break off a read. An
     *     {@code IOException} of it whose cause is a {@link org.bindhost.bind.BindException} ends
     *     the bind with that, and any other with {@code STORAGE_FAILED}
     * @param file the complete local file with these bytes, if there is one that clients may be
     *     told of
     */
    record Blocking(ContentInfo info, long offset, ReadableByteChannel channel, Optional<Path> file)
            implements Content {
        /** Checks that nothing is missing. */
        public Blocking {
            requireNonNull(info, "info");
            requireNonNull(channel, "channel");
            requireNonNull(file, "file");
        }
    }

    /**
     * It is elsewhere.
     *
     * @param target the new name as text, absolute or relative to the one asked for; a {@code '!'}
     *     in it is {@link DelimitedName#write written} so that it begins no item
     * @param keepsVerb whether the same verb and body are meant for the new name; otherwise it is
     *     read
     */
    record Redirect(String target, boolean keepsVerb) implements Content {
        /** Checks that there is a target. */
        public Redirect {
            requireNonNull(target, "target");
        }
    }
}
