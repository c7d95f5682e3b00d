package org.bindhost.url;

import java.util.Optional;

/**
 * A URL, absolute or relative, in canonical form.
 *
 * @param scheme in lower case, or empty if it is relative
 * @param authority who is asked; always there if it is absolute
 * @param path escapes canonical, without dot segments that can be resolved; with an authority it
 *     begins with a slash
 * @param query without its {@code ?}
 * @param fragment without its {@code #}; no part of what the name means to a server; an empty one
 *     is none
 */
record Url(
        String scheme,
        Optional<Authority> authority,
        String path,
        Optional<String> query,
        Optional<String> fragment) {

    /** What a relative URL that is a name of its own begins with. */
    static final String DESIGNATOR = "url:";

    static final String HTTP = "http";
    static final String HTTPS = "https";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Makes the path, the port and the fragment canonical. */
    Url {
        fragment = fragment.filter(it -> !it.isEmpty());
        path = authority.isPresent() && path.isEmpty() ? "/" : DotSegments.remove(path);
        if (!scheme.isEmpty() && authority.isPresent()) {
            int usual = usualPort(scheme);
            authority = authority.map(it -> it.usually(usual));
        }
    }

    private static int usualPort(String scheme) {
        return scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
    }

    static boolean isScheme(String scheme) {
        return scheme.equals(HTTP) || scheme.equals(HTTPS);
    }

    /** The port it is asked for at. */
    int port() {
        return authority.orElseThrow().port().orElse(usualPort(scheme));
    }

    boolean isAbsolute() {
        return !scheme.isEmpty();
    }

    Url withFragment(Optional<String> other) {
        return fragment.equals(other) ? this : new Url(scheme, authority, path, query, other);
    }

    /** What identifies it. */
    String key() {
        var out = new StringBuilder(80);
        if (isAbsolute()) {
            out.append(scheme).append(':');
        } else {
            out.append(DESIGNATOR);
        }
        if (authority.isPresent()) {
            authority.get().write(out.append("//"));
        } else if (path.startsWith("//")) {
            out.append("/."); // or its first segment would be read as a host
        }
        out.append(path);
        if (query.isPresent()) {
            out.append('?').append(query.get());
        }
        return out.toString();
    }

    /**
     * The text that is parsed as this URL, in which no item begins.
     *
     * @param key its key
     */
    String text(String key) {
        return WrittenNames.write(fragment.map(it -> key + "#" + it).orElse(key));
    }
}
