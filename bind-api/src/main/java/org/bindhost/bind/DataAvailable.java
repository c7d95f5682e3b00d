package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Data has come. Source: {@code IBindStatusCallback::OnDataAvailable} with {@code BSCF} and {@code
 * FORMATETC}.
 *
 * @param first whether it is the first notice of its bind (D-09)
 * @param last whether everything has come; the last notice of a bind that succeeds, and of no other
 * @param available bytes that have come so far in all, not the increment (D-19)
 * @param mediaType the type announced, or empty if none was
 * @param content the result, of the type the bind asked for; the same object in every notice
 */
public record DataAvailable(
        boolean first, boolean last, long available, Optional<String> mediaType, Object content) {

    /** Checks that nothing is missing. */
    public DataAvailable {
        requireNonNull(mediaType, "mediaType");
        requireNonNull(content, "content");
    }

    /**
     * Returns the result as the type the bind asked for.
     *
     * @param type that type
     * @param <T> that type
     * @return the content
     * @throws ClassCastException if the bind asked for another type
     */
    public <T> T content(Class<T> type) {
        return type.cast(content);
    }
}
