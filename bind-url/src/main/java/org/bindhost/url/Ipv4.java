package org.bindhost.url;

/**
 * Addresses of four numbers. Systems also read {@code 0x7f.1} and {@code 2130706433} as addresses;
 * here whatever ends in a number is four decimal numbers or nothing, so that no address is another
 * one in disguise (RFC 3986, 7.4).
 */
final class Ipv4 {

    private static final int OCTETS = 4;
    private static final int LARGEST = 255;

    private Ipv4() {}

    /** Refuses a host that ends in a number and is no address. */
    static void check(String host, int at) throws BadUrl {
        boolean dotted = host.endsWith(".");
        int end = dotted ? host.length() - 1 : host.length();
        int last = host.lastIndexOf('.', end - 1) + 1;
        if (isNumber(host, last, end) && (dotted || octets(host, 0, end) < 0)) {
            throw new BadUrl(
                    at, "has a host that ends in a number and is not four decimal numbers to 255");
        }
    }

    private static boolean isNumber(String host, int from, int to) {
        if (from == to || !Characters.isDigit(host.charAt(from))) {
            return false;
        }
        boolean hex = host.startsWith("0x", from);
        for (int at = hex ? from + 2 : from; at < to; at++) {
            char c = host.charAt(at);
            if (hex ? Characters.hex(c) < 0 : !Characters.isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** The address as a number, or -1 if it is none. */
    static long octets(String text, int from, int to) {
        long address = 0;
        int at = from;
        for (int i = 0; i < OCTETS; i++) {
            int end = i < OCTETS - 1 ? text.indexOf('.', at) : to;
            int octet = end < 0 || end > to ? -1 : octet(text, at, end);
            if (octet < 0) {
                return -1;
            }
            address = address << 8 | octet;
            at = end + 1;
        }
        return address;
    }

    private static int octet(String text, int from, int to) {
        int length = to - from;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        int value = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (!Characters.isDigit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value <= LARGEST ? value : -1;
    }
}
