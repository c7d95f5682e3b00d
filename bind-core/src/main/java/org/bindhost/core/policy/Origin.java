package org.bindhost.core.policy;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a name leads, as its driver tells.
 *
 * @param text all of it, such as {@code https://example.org:8443}
 * @param scheme such as {@code https}
 * @param host a name, or an address, in brackets if it is of version 6
 */
public record Origin(String text, String scheme, String host) {

    private static final String AFTER_SCHEME = "://";

    /** Reads one; nothing, if it has no scheme or no host. */
    public static Optional<Origin> of(String text) {
        int colon = text.indexOf(AFTER_SCHEME);
        if (colon < 1) {
            return Optional.empty();
        }
        String rest = text.substring(colon + AFTER_SCHEME.length());
        String authority = rest.substring(rest.lastIndexOf('@') + 1);
        String host = host(authority);
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of(new Origin(text, lower(text.substring(0, colon)), lower(host)));
    }

    private static String host(String authority) {
        int bracket = authority.indexOf(']');
        int port = authority.indexOf(':', Math.max(0, bracket));
        return port < 0 ? authority : authority.substring(0, port);
    }

    /**
     * A host as it is compared: in lower case, without brackets and without dots at its end, of
     * which some ignore more than that of the root.
     */
    static String plain(String host) {
        int end = host.length();
        while (end > 0 && host.charAt(end - 1) == '.') {
            end--;
        }
        String bare = host.substring(0, end);
        boolean bracketed = bare.startsWith("[") && bare.endsWith("]");
        return lower(bracketed ? bare.substring(1, end - 1) : bare);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
