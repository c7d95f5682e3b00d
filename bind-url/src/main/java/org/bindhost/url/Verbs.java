package org.bindhost.url;

import java.util.Set;
import java.util.regex.Pattern;

/** Which verbs are sent: RFC 9110, 9.1, and the register that it sets up. */
final class Verbs {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Set<String> USUAL =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH");

    /** They would turn the connection into something that is no transfer. */
    private static final Set<String> OTHER_CONNECTIONS = Set.of("CONNECT", "PRI");

    private Verbs() {}

    /**
     * Tells whether a verb means to all on the way what it means to us. Case matters, but not to
     * all: what equals a known verb but for that may be made that verb after we looked.
     */
    static boolean isSendable(String verb) {
        return TOKEN.matcher(verb).matches()
                && OTHER_CONNECTIONS.stream().noneMatch(verb::equalsIgnoreCase)
                && USUAL.stream().noneMatch(it -> it.equalsIgnoreCase(verb) && !it.equals(verb));
    }
}
