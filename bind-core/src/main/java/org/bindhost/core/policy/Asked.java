package org.bindhost.core.policy;

import java.util.List;
import java.util.Optional;

/**
 * One hop, as far as rules look at it.
 *
 * @param name what it is called, as it was written
 * @param places the parts of the name, leftmost first; at least one
 * @param writes whether it changes something
 * @param hasBody whether bytes are sent with it
 * @param before the places that led here by redirects, the first that was asked first
 */
public record Asked(
        String name, List<Place> places, boolean writes, boolean hasBody, List<Place> before) {

    /** Copies the lists. */
    public Asked {
        places = List.copyOf(places);
        before = List.copyOf(before);
    }

    Place last() {
        return places.get(places.size() - 1);
    }

    /** The host that decides which rule holds: that of the rightmost part that has one. */
    Optional<String> host() {
        return places.stream().flatMap(place -> place.host().stream()).reduce((a, b) -> b);
    }
}
