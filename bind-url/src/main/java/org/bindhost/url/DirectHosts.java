package org.bindhost.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Hosts that are asked directly, whatever proxy there is: {@code *} for all, a host, {@code
 * .suffix} for those below a domain, or {@code 10.0.0.0/8} for addresses that are written as such.
 */
final class DirectHosts {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+\\]");

    private final List<Predicate<String>> rules;

    private DirectHosts(List<Predicate<String>> rules) {
        this.rules = rules;
    }

    static DirectHosts of(List<String> entries) {
        return new DirectHosts(
                entries.stream()
                        .map(String::strip)
                        .map(DirectHosts::withoutDot)
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> rule(entry.toLowerCase(Locale.ROOT)))
                        .toList());
    }

    /** Whether a host, as URLs have it, is asked directly. */
    boolean contains(String host) {
        String bare = withoutDot(host);
        return rules.stream().anyMatch(rule -> rule.test(bare));
    }

    /** A dot at the end says that nothing is to be added to a name, and nothing is to these. */
    private static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static Predicate<String> rule(String entry) {
        int slash = entry.indexOf('/');
        if (entry.equals("*")) {
            return host -> true;
        }
        if (slash >= 0) {
            return network(entry, slash);
        }
        return entry.startsWith(".") ? host -> host.endsWith(entry) : entry::equals;
    }

    private static Predicate<String> network(String entry, int slash) {
        var base = address(entry.substring(0, slash));
        String length = entry.substring(slash + 1);
        int most = base.map(it -> it.length * Byte.SIZE).orElse(0);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > most) {
            throw new IllegalArgumentException("no network: " + entry);
        }
        int bits = Integer.parseInt(length);
        return host -> address(host).filter(it -> begins(it, base.get(), bits)).isPresent();
    }

    private static boolean begins(byte[] address, byte[] base, int bits) {
        if (address.length != base.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((address[bit / Byte.SIZE] ^ base[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The address that a text is, without looking anything up. */
    private static Optional<byte[]> address(String text) {
        return literal(text.indexOf(':') >= 0 && !text.startsWith("[") ? "[" + text + "]" : text)
                .map(InetAddress::getAddress);
    }

    /** The address that a host of a URL is, if it is written as one. */
    static Optional<InetAddress> literal(String host) {
        try {
            return LITERAL.matcher(host).matches()
                    ? Optional.of(InetAddress.getByName(host))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty(); // such as 1.2.3.4.5, which is a name to nobody else either
        }
    }
}
