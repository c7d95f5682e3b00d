package org.bindhost.core.policy;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which addresses may be connected to.
 *
 * @param kinds all of these kinds
 * @param ranges and these
 * @param refused but never these
 */
record Addresses(Set<AddressKind> kinds, List<Cidr> ranges, List<Cidr> refused) {

    Addresses {
        kinds = Set.copyOf(kinds);
        ranges = List.copyOf(ranges);
        refused = List.copyOf(refused);
    }

    static Addresses none() {
        return new Addresses(Set.of(), List.of(), List.of());
    }

    static Addresses of(AddressKind first, AddressKind... others) {
        return new Addresses(EnumSet.of(first, others), List.of(), List.of());
    }

    static Addresses all() {
        return new Addresses(EnumSet.allOf(AddressKind.class), List.of(), List.of());
    }

    Addresses refusing(List<Cidr> others) {
        return new Addresses(kinds, ranges, others);
    }

    /** Whether a host may be asked of which nobody can tell what address it has. */
    boolean allowAll() {
        return kinds.containsAll(EnumSet.allOf(AddressKind.class)) && refused.isEmpty();
    }

    /** Whether a host may be asked whose name says what kind of address it has. */
    boolean allowNamed(AddressKind kind) {
        return kinds.contains(kind) || ranges.stream().anyMatch(range -> range.isOf(kind));
    }

    boolean allow(InetAddress address) {
        return allow(address.getAddress());
    }

    boolean allow(byte[] address) {
        byte[] meant = Embedded.unwrapped(address);
        return !has(refused, address)
                && Embedded.within(address).noneMatch(inner -> has(refused, inner))
                && (kinds.contains(AddressKind.of(address))
                        || has(exceptions(address), address)
                        || has(exceptions(address), meant));
    }

    /** Whoever allows a net does not mean the secrets of a cloud in it; but says so by name. */
    private List<Cidr> exceptions(byte[] address) {
        return AddressKind.of(address) == AddressKind.METADATA
                ? ranges.stream().filter(Cidr::isOneAddress).toList()
                : ranges;
    }

    private static boolean has(List<Cidr> nets, byte[] address) {
        return nets.stream().anyMatch(range -> range.contains(address));
    }
}
