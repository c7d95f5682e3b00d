package org.bindhost.url;

import java.util.Locale;

/**
 * Hosts in their canonical form: a name in lower case, as A-labels if it is international, or an
 * address. A dot at the end is part of the name.
 */
final class Hosts {

    private static final String ACE_PREFIX = "xn--";

    private Hosts() {}

    static String canonical(String text, int from, int to) throws BadUrl {
        if (from == to) {
            throw new BadUrl(from, "has no host");
        }
        return text.charAt(from) == '[' ? literal(text, from, to) : name(text, from, to);
    }

    private static String literal(String text, int from, int to) throws BadUrl {
        int end = to - 1;
        int zone = text.indexOf('%', from);
        if (text.charAt(from + 1) == 'v' || text.charAt(from + 1) == 'V') {
            throw new BadUrl(from, "has an address of a version that nothing can connect to");
        }
        if (zone >= 0 && zone < end) {
            throw new BadUrl(
                    zone, "has an address with a zone, which means something on one machine only");
        }
        return "[" + Ipv6.canonical(text, from + 1, end) + "]";
    }

    private static String name(String text, int from, int to) throws BadUrl {
        boolean isLower = true;
        boolean isOdd = false;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            boolean isPlain = Characters.is(c, Characters.HOST);
            isOdd |= !isPlain;
            isLower &= c < 'A' || c > 'Z';
            at += isPlain ? 1 : oddChars(text, at);
        }
        if (isOdd) {
            return odd(text, from, to);
        }
        String host = text.substring(from, to);
        return plain(isLower ? host : host.toLowerCase(Locale.ROOT), from);
    }

    /** How many {@code char}s a character has that may only stand in a host to be rewritten. */
    private static int oddChars(String text, int at) throws BadUrl {
        int c = text.codePointAt(at);
        if (c != '%' && !Characters.isInternational(c, false)) {
            throw new BadUrl(at, "has " + Characters.named(c) + " in its host");
        }
        return Character.charCount(c);
    }

    /** A name with escapes, or with characters beyond ASCII. */
    private static String odd(String text, int from, int to) throws BadUrl {
        String host = Escapes.decode(text, from, to);
        boolean ascii = host.chars().allMatch(c -> c < 0x80);
        return ascii
                ? plain(host.toLowerCase(Locale.ROOT), from)
                : checked(InternationalHost.ascii(host, from), from);
    }

    private static String plain(String host, int at) throws BadUrl {
        return checked(isInternational(host) ? InternationalHost.ascii(host, at) : host, at);
    }

    /** Whether a canonical host has a label that stands for characters beyond ASCII. */
    static boolean isInternational(String host) {
        int found = host.indexOf(ACE_PREFIX);
        while (found > 0 && host.charAt(found - 1) != '.') {
            found = host.indexOf(ACE_PREFIX, found + 1);
        }
        return found >= 0;
    }

    private static String checked(String host, int at) throws BadUrl {
        for (int i = 0; i < host.length(); i++) {
            if (!Characters.is(host.charAt(i), Characters.HOST)) {
                throw new BadUrl(at, "has " + Characters.named(host.charAt(i)) + " in its host");
            }
        }
        if (host.isEmpty() || host.charAt(0) == '.' || host.contains("..")) {
            throw new BadUrl(at, "has a host with an empty label");
        }
        Ipv4.check(host, at);
        return host;
    }
}
