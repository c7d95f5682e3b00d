package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

/**
 * The key of an object parameter of a bind context (C-06). Keys are equal when name and type are;
 * names are case-sensitive.
 *
 * @param name the name, best prefixed with a package
 * @param type what the parameter is
 * @param <T> what the parameter is
 */
public record BindKey<T>(String name, Class<T> type) {

    /** Checks that nothing is missing. */
    public BindKey {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }
}
