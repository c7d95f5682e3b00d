package org.bindhost.url;

import java.util.Optional;

/** Relative URLs: RFC 3986, 5.2, and its inverse. A base may be relative itself. */
final class References {

    private References() {}

    /** What a URL means beside another one. */
    static Url resolve(Url base, Url reference) {
        if (reference.isAbsolute()) {
            return reference;
        }
        if (reference.authority().isPresent()) {
            return new Url(
                    base.scheme(),
                    reference.authority(),
                    reference.path(),
                    reference.query(),
                    reference.fragment());
        }
        boolean isSamePath = reference.path().isEmpty();
        boolean keepsQuery = isSamePath && reference.query().isEmpty();
        return new Url(
                base.scheme(),
                base.authority(),
                isSamePath ? base.path() : DotSegments.merge(base.path(), reference.path()),
                keepsQuery ? base.query() : reference.query(),
                reference.fragment());
    }

    /** The relative URL that leads from one URL to another of the same origin, if both are. */
    static Optional<Url> relative(Url from, Url to) {
        return isSameOrigin(from, to)
                ? Optional.of(
                        new Url("", Optional.empty(), path(from, to), to.query(), to.fragment()))
                : Optional.empty();
    }

    private static boolean isSameOrigin(Url one, Url other) {
        return one.isAbsolute()
                && one.scheme().equals(other.scheme())
                && one.authority().orElseThrow().isSame(other.authority().orElseThrow());
    }

    /** Empty if only the query differs; a query is taken away by naming the path again. */
    private static String path(Url from, Url to) {
        boolean losesQuery = from.query().isPresent() && to.query().isEmpty();
        if (from.path().equals(to.path()) && !losesQuery) {
            return "";
        }
        int common = commonDirectory(from.path(), to.path());
        long ups = from.path().substring(common).chars().filter(c -> c == '/').count();
        return "./" + "../".repeat((int) ups) + to.path().substring(common);
    }

    /** How much of the two paths is the same, to a slash. */
    private static int commonDirectory(String one, String other) {
        int end = 0;
        for (int at = 0; at < Math.min(one.length(), other.length()); at++) {
            if (one.charAt(at) != other.charAt(at)) {
                return end;
            }
            if (one.charAt(at) == '/') {
                end = at + 1;
            }
        }
        return end;
    }
}
