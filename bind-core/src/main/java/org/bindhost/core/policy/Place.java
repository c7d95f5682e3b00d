package org.bindhost.core.policy;

import java.util.Optional;

/**
 * One part of a name, as far as rules look at it.
 *
 * @param monikerClass its class
 * @param isItem whether its class is asked for what is in what stands to the left of it
 * @param isBeside whether it is a file beside the document, or below
 * @param origin where it leads, if it leads to a host
 */
public record Place(
        String monikerClass, boolean isItem, boolean isBeside, Optional<Origin> origin) {

    Optional<String> host() {
        return origin.map(Origin::host).map(Origin::plain);
    }

    Optional<String> scheme() {
        return origin.map(Origin::scheme);
    }

    boolean hasOriginOf(Place other) {
        return origin.isPresent() && origin.equals(other.origin);
    }

    boolean hasHostOf(Place other) {
        return origin.isPresent() && host().equals(other.host());
    }
}
