package org.bindhost.core.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Addresses of version 4 inside such of version 6, which may lead there. What is mapped, and what a
 * translator of today makes (RFC 6052), is what it wraps; compatible addresses, 6to4 and Teredo are
 * of no use any more, and so never public.
 */
final class Embedded {

    private static final Cidr MAPPED = mapped(); // the JDK reads none
    private static final Cidr TRANSLATED = Cidr.of("64:ff9b::/96");
    private static final Cidr COMPATIBLE = Cidr.of("::/96");
    private static final Cidr LOOPBACK = Cidr.of("::1"); // which only looks compatible
    private static final Cidr SIX_TO_FOUR = Cidr.of("2002::/16");
    private static final Cidr PROTOCOLS = Cidr.of("2001::/23"); // Teredo among them
    private static final Cidr TEREDO = Cidr.of("2001::/32");
    private static final int LAST = 12;

    private Embedded() {}

    private static Cidr mapped() {
        byte[] first = new byte[Cidr.BYTES_6];
        first[10] = (byte) 0xFF;
        first[11] = (byte) 0xFF;
        return Cidr.of(first, LAST * Byte.SIZE);
    }

    /** What an address leads to, where a translator of today makes no difference. */
    static byte[] unwrapped(byte[] address) {
        return isWrapped(address) ? part(address, LAST) : address;
    }

    private static boolean isWrapped(byte[] address) {
        return MAPPED.contains(address) || TRANSLATED.contains(address);
    }

    private static byte[] part(byte[] address, int from) {
        return Arrays.copyOfRange(address, from, from + Cidr.BYTES_4);
    }

    /** All that an address can be taken to lead to, by any of the ways there have been. */
    static Stream<byte[]> within(byte[] address) {
        Stream.Builder<byte[]> all = Stream.builder();
        boolean isCompatible = COMPATIBLE.contains(address) && !LOOPBACK.contains(address);
        if (isWrapped(address) || isCompatible || isIsatap(address)) {
            all.add(part(address, LAST));
        }
        if (SIX_TO_FOUR.contains(address)) {
            all.add(part(address, 2));
        }
        if (TEREDO.contains(address)) {
            all.add(teredoClient(address));
        }
        return all.build();
    }

    static Optional<AddressKind> kind(byte[] address) {
        if (isWrapped(address)) {
            return Optional.of(four(address, LAST));
        }
        if (COMPATIBLE.contains(address)) {
            return Optional.of(neverPublic(four(address, LAST)));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(neverPublic(four(address, 2)));
        }
        if (TEREDO.contains(address)) {
            return Optional.of(neverPublic(AddressKind.of(teredoClient(address))));
        }
        return Optional.of(address)
                .filter(Embedded::isIsatap)
                .map(it -> four(it, LAST))
                .filter(kind -> kind != AddressKind.PUBLIC)
                .or(() -> protocols(address));
    }

    private static Optional<AddressKind> protocols(byte[] address) {
        return PROTOCOLS.contains(address) ? Optional.of(AddressKind.SPECIAL) : Optional.empty();
    }

    /** The client is written with all its bits turned over (RFC 4380, 4). */
    private static byte[] teredoClient(byte[] address) {
        byte[] client = part(address, LAST);
        for (int i = 0; i < client.length; i++) {
            client[i] = (byte) ~client[i];
        }
        return client;
    }

    /** RFC 5214: a network of its own, and then a mark and the address. */
    private static boolean isIsatap(byte[] address) {
        return address.length == Cidr.BYTES_6
                && (address[8] & ~2) == 0
                && address[9] == 0
                && address[10] == 0x5E
                && address[11] == (byte) 0xFE;
    }

    private static AddressKind four(byte[] address, int from) {
        return AddressKind.of(part(address, from));
    }

    private static AddressKind neverPublic(AddressKind kind) {
        return kind == AddressKind.PUBLIC ? AddressKind.SPECIAL : kind;
    }
}
