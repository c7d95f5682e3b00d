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

    private Literals() {}

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
