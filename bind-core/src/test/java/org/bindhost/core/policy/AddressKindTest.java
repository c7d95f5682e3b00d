package org.bindhost.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What addresses are for, in all the forms that lead to them. */
class AddressKindTest {

    private static AddressKind kind(String literal) {
        return AddressKind.of(Literals.read(literal).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.32.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.128.0.0, PUBLIC",
        "126.255.255.255, PUBLIC",
        "128.0.0.0, PUBLIC",
        "198.17.255.255, PUBLIC",
        "223.255.255.255, PUBLIC",
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "10.0.0.0, PRIVATE",
        "10.255.255.255, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.0.1, PRIVATE",
        "100.64.0.0, SHARED",
        "100.127.255.255, SHARED",
        "169.254.0.1, LINK_LOCAL",
        "169.254.169.254, METADATA",
        "169.254.170.2, METADATA",
        "100.100.100.200, METADATA",
        "168.63.129.16, METADATA",
        "192.0.0.192, METADATA",
        "224.0.0.1, MULTICAST",
        "239.255.255.255, MULTICAST",
        "0.0.0.0, SPECIAL",
        "0.1.2.3, SPECIAL",
        "192.0.0.1, SPECIAL",
        "192.0.2.1, SPECIAL",
        "192.88.99.1, SPECIAL",
        "198.18.0.1, SPECIAL",
        "198.19.255.255, SPECIAL",
        "198.51.100.1, SPECIAL",
        "203.0.113.1, SPECIAL",
        "240.0.0.1, SPECIAL",
        "255.255.255.255, SPECIAL",
    })
    void anAddressOfVersion4HasItsKind(String literal, AddressKind kind) {
        assertThat(kind(literal)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "2606:4700::1111, PUBLIC",
        "2a00:1450:4001:81b::200e, PUBLIC",
        "::1, LOOPBACK",
        "fc00::1, PRIVATE",
        "fdff:ffff::1, PRIVATE",
        "fec0::1, PRIVATE",
        "fe80::1, LINK_LOCAL",
        "febf::1, LINK_LOCAL",
        "fd00:ec2::254, METADATA",
        "fd20:ce::254, METADATA",
        "ff02::1, MULTICAST",
        "::, SPECIAL",
        "100::1, SPECIAL",
        "2001:db8::1, SPECIAL",
        "3fff::1, SPECIAL",
        "2001:2::1, SPECIAL",
        "2001:10::1, SPECIAL",
        "64:ff9b:1::a00:1, SPECIAL",
        "5f00::1, SPECIAL",
        "4000::1, SPECIAL",
    })
    void anAddressOfVersion6HasItsKind(String literal, AddressKind kind) {
        assertThat(kind(literal)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:10.0.0.1, PRIVATE",
        "::ffff:8.8.8.8, PUBLIC",
        "::127.0.0.1, LOOPBACK",
        "::8.8.8.8, SPECIAL",
        "64:ff9b::127.0.0.1, LOOPBACK",
        "64:ff9b::169.254.169.254, METADATA",
        "64:ff9b::8.8.8.8, PUBLIC",
        "2002:7f00:1::1, LOOPBACK",
        "2002:a9fe:a9fe::1, METADATA",
        "2002:808:808::1, SPECIAL",
        "2001:0:808:808::80ff:fffe, LOOPBACK",
        "2001:0:808:808::f7f7:f7f7, SPECIAL",
        "2a00:1450::5efe:10.0.0.1, PRIVATE",
        "2a00:1450::200:5efe:127.0.0.1, LOOPBACK",
        "2a00:1450::5efe:8.8.8.8, PUBLIC",
        "2001:10::5efe:8.8.8.8, SPECIAL",
        "2001:10::5efe:10.0.0.1, PRIVATE",
    })
    void anAddressWithinAnotherIsSeen(String literal, AddressKind kind) {
        assertThat(kind(literal)).isEqualTo(kind);
    }

    /** The JDK unwraps it, and others may not. */
    @Test
    void aMappedAddressIsSeenInItsBytesToo() {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};

        assertThat(AddressKind.of(mapped)).isEqualTo(AddressKind.LOOPBACK);
    }
}
