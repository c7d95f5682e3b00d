package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * For whom a bind is made, so that policy and logs name the control's bundle and not its
 * container's.
 *
 * @param bundle the symbolic name of the asking bundle, or a name of a program's own without OSGi
 * @param document the display name of the document that supplied the name, or empty if none did
 */
public record Requester(String bundle, Optional<String> document) {

    /** Nobody in particular. */
    public static final Requester UNKNOWN = new Requester("unknown", Optional.empty());

    /** Checks that nothing is missing. */
    public Requester {
        requireNonNull(bundle, "bundle");
        requireNonNull(document, "document");
    }

    @Override
    public String toString() {
        return document.map(d -> bundle + " in " + d).orElse(bundle);
    }
}
