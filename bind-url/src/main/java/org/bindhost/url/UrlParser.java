package org.bindhost.url;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads URLs and relative ones: the generic syntax of RFC 3986, from left to right, as strict as
 * that, but for characters beyond ASCII (RFC 3987) and a few that browsers escape.
 */
final class UrlParser {

    private static final int HIGHEST_PORT = 65_535;

    private final String text;
    private int at;

    private UrlParser(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Reads a text from some place to its end. */
    static Url parse(String text, int from) throws BadUrl {
        return new UrlParser(text, from).url();
    }

    /** Where the colon behind a scheme is, or -1 if the text does not begin with one. */
    static int schemeEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i > from ? i : -1;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = Characters.isDigit(c) || c == '+' || c == '-' || c == '.';
            if (!letter && (i == from || !other)) {
                return -1;
            }
        }
        return -1;
    }

    /** Reads a fragment alone. */
    static String fragment(String text, int from) throws BadUrl {
        return Component.FRAGMENT.canonical(text, from, text.length());
    }

    private Url url() throws BadUrl {
        String scheme = scheme();
        Optional<Authority> authority = authority(!scheme.isEmpty());
        String path = path(scheme.isEmpty() && authority.isEmpty());
        Optional<String> query = query();
        Optional<String> fragment =
                at < text.length() ? Optional.of(fragment(text, at + 1)) : Optional.empty();
        return new Url(scheme, authority, path, query, fragment);
    }

    private String scheme() throws BadUrl {
        int colon = schemeEnd(text, at);
        if (colon < 0) {
            return "";
        }
        String scheme = text.substring(at, colon).toLowerCase(Locale.ROOT);
        if (!Url.isScheme(scheme)) {
            throw new BadUrl(at, "has the scheme " + scheme + ", not http or https");
        }
        at = colon + 1;
        return scheme;
    }

    private Optional<Authority> authority(boolean required) throws BadUrl {
        if (!text.startsWith("//", at)) {
            if (required) {
                throw new BadUrl(at, "has no // and host behind its scheme");
            }
            return Optional.empty();
        }
        int from = at + 2;
        int to = end(from, "/?#");
        at = to;
        int user = text.indexOf('@', from);
        if (user < 0 || user >= to) {
            return Optional.of(server(Optional.empty(), from, to));
        }
        String name = Component.USER.canonical(text, from, user);
        return Optional.of(
                server(name.isEmpty() ? Optional.empty() : Optional.of(name), user + 1, to));
    }

    private Authority server(Optional<String> user, int from, int to) throws BadUrl {
        int end = hostEnd(from, to);
        return new Authority(user, Hosts.canonical(text, from, end), port(end, to));
    }

    private int hostEnd(int from, int to) throws BadUrl {
        if (from == to || text.charAt(from) != '[') {
            int colon = text.indexOf(':', from);
            return colon < 0 || colon > to ? to : colon;
        }
        int bracket = text.indexOf(']', from);
        if (bracket < 0 || bracket > to) {
            throw new BadUrl(from, "has a bracket that is not closed");
        }
        if (bracket + 1 < to && text.charAt(bracket + 1) != ':') {
            throw new BadUrl(bracket + 1, "has something between its host and its port");
        }
        return bracket + 1;
    }

    private OptionalInt port(int colon, int to) throws BadUrl {
        if (colon + 1 >= to) {
            return OptionalInt.empty();
        }
        int port = 0;
        for (int i = colon + 1; i < to; i++) {
            char c = text.charAt(i);
            if (!Characters.isDigit(c)) {
                throw new BadUrl(i, "has a port that is no number");
            }
            port = Math.min(port * 10 + (c - '0'), HIGHEST_PORT + 1);
        }
        if (port == 0 || port > HIGHEST_PORT) {
            throw new BadUrl(colon + 1, "has a port that is not between 1 and " + HIGHEST_PORT);
        }
        return OptionalInt.of(port);
    }

    private String path(boolean first) throws BadUrl {
        int from = at;
        at = end(from, "?#");
        if (first && text.substring(from, end(from, "/?#")).indexOf(':') >= 0) {
            throw new BadUrl(from, "begins with neither a scheme nor a path");
        }
        return Component.PATH.canonical(text, from, at);
    }

    private Optional<String> query() throws BadUrl {
        if (at == text.length() || text.charAt(at) == '#') {
            return Optional.empty();
        }
        int from = at + 1;
        at = end(from, "#");
        return Optional.of(Component.QUERY.canonical(text, from, at));
    }

    private int end(int from, String delimiters) {
        int end = from;
        while (end < text.length() && delimiters.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
