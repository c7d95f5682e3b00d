package org.bindhost.core.policy;

import static org.bindhost.core.policy.AddressKind.LINK_LOCAL;
import static org.bindhost.core.policy.AddressKind.LOOPBACK;
import static org.bindhost.core.policy.AddressKind.METADATA;
import static org.bindhost.core.policy.AddressKind.MULTICAST;
import static org.bindhost.core.policy.AddressKind.PRIVATE;
import static org.bindhost.core.policy.AddressKind.SHARED;
import static org.bindhost.core.policy.AddressKind.SPECIAL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The nets that are not public. Source: the IANA registries of special-purpose addresses, and for
 * metadata what the clouds document: AWS, Azure, Google, Alibaba, Oracle.
 */
final class SpecialNets {

    private record Net(Cidr range, AddressKind kind) {}

    /** Of version 6 only this is given out at all. */
    private static final Cidr GLOBAL_6 = Cidr.of("2000::/3");

    /** The first that has an address decides. */
    private static final List<Net> NETS =
            Stream.of(
                            nets(
                                    METADATA,
                                    "169.254.169.254 169.254.170.2 169.254.170.23 100.100.100.200"
                                            + " 168.63.129.16 192.0.0.192 fd00:ec2::254 fd00:ec2::23"
                                            + " fd20:ce::254"),
                            nets(LOOPBACK, "127.0.0.0/8 ::1"),
                            nets(
                                    PRIVATE,
                                    "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7 fec0::/10"),
                            nets(SHARED, "100.64.0.0/10"),
                            nets(LINK_LOCAL, "169.254.0.0/16 fe80::/10"),
                            nets(MULTICAST, "224.0.0.0/4 ff00::/8"),
                            nets(
                                    SPECIAL,
                                    "0.0.0.0/8 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24"
                                            + " 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24"
                                            + " 240.0.0.0/4 :: 64:ff9b:1::/48 100::/64"
                                            + " 2001:db8::/32 3fff::/20"))
                    .flatMap(List::stream)
                    .toList();

    /** What systems call themselves in their own files. */
    private static final Set<String> OWN_NAMES =
            Set.of(
                    "localhost",
                    "localhost.localdomain",
                    "localhost4",
                    "localhost4.localdomain4",
                    "localhost6",
                    "localhost6.localdomain6",
                    "ip6-localhost",
                    "ip6-loopback");

    /** Hosts that lead to them by name. */
    private static final Map<String, AddressKind> NAMES =
            Map.of(
                    "metadata", METADATA,
                    "metadata.google.internal", METADATA,
                    "metadata.goog", METADATA,
                    "metadata.azure.internal", METADATA,
                    "metadata.oraclecloud.com", METADATA,
                    "metadata.tencentyun.com", METADATA,
                    "instance-data", METADATA,
                    "instance-data.ec2.internal", METADATA);

    private SpecialNets() {}

    private static List<Net> nets(AddressKind kind, String ranges) {
        return Stream.of(ranges.split(" ")).map(range -> new Net(Cidr.of(range), kind)).toList();
    }

    static Optional<AddressKind> find(byte[] address) {
        return NETS.stream()
                .filter(net -> net.range().contains(address))
                .map(Net::kind)
                .findFirst();
    }

    /** Whether what has no kind of its own is anybody's. */
    static boolean isGlobal(byte[] address) {
        return address.length == Cidr.BYTES_4 || GLOBAL_6.contains(address);
    }

    /** The kind of a host by its name alone; a plain one. */
    static Optional<AddressKind> named(String host) {
        return OWN_NAMES.contains(host) || host.endsWith(".localhost")
                ? Optional.of(LOOPBACK)
                : Optional.ofNullable(NAMES.get(host));
    }
}
