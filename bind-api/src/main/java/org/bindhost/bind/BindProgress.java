package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * One report of progress. Source: {@code IBindStatusCallback::OnProgress}, with 64-bit figures.
 *
 * @param status what it tells of
 * @param text what the status says it is; may be empty
 * @param current bytes so far, 0 or more
 * @param maximum bytes expected in all, or empty if unknown; may change between reports
 */
public record BindProgress(BindStatus status, String text, long current, OptionalLong maximum) {

    /** Checks that nothing is missing. */
    public BindProgress {
        requireNonNull(status, "status");
        requireNonNull(text, "text");
        requireNonNull(maximum, "maximum");
        if (current < 0) {
            throw new IllegalArgumentException("negative progress: " + current);
        }
    }
}
