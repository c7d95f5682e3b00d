package org.bindhost.moniker;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How one name leads to another (B-18).
 *
 * <p>Source: {@code IMoniker::RelativePathTo} and its result codes.
 *
 * @param isRelative whether the path starts from the first name; otherwise the two have nothing in
 *     common, and the path is the second name itself
 * @param path what to compose with the first name to get the second, or to take instead of it;
 *     empty if the two names are equal
 */
public record RelativePath(boolean isRelative, Optional<Moniker> path) {

    /** Checks that nothing is missing. */
    public RelativePath {
        requireNonNull(path, "path");
    }
}
