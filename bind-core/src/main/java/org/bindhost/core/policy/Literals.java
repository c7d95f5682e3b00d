package org.bindhost.core.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that are written as such; asks nobody. */
final class Literals {

    private static final Pattern FOUR =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern SIX = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    /** What standards and systems take for the end of an address, in whatever form it is. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private Literals() {}

    /**
     * Whether a host is neither an address nor a name of anybody: its last label is a number, so
     * that some read an address of version 4 from it, and not all the same one. Source: the URL
     * Standard, 3.5.
     */
    static boolean isMistaken(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return NUMBER.matcher(last).matches()
                && host.indexOf(':') < 0
                && !FOUR.matcher(host).matches();
    }

    /** The bytes of an address; nothing, if it is a name. */
    static Optional<byte[]> read(String host) {
        boolean isFour = FOUR.matcher(host).matches();
        if (!isFour && !SIX.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            // In brackets the JDK takes it for an address, or for nothing.
            var address = InetAddress.getByName(isFour ? host : "[" + host + "]");
            return Optional.of(address.getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty(); // colons alone make no address
        }
    }
}
