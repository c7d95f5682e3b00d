package org.bindhost.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of addresses, as they are written and what is in them. */
class CidrTest {

    private static byte[] address(String literal) {
        return Literals.read(literal).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, 11.0.0.0",
        "10.1.2.3, 10.1.2.3, 10.1.2.2",
        "10.128.0.0/9, 10.128.0.0, 10.127.255.255",
        "0.0.0.0/0, 255.255.255.255, ::1",
        "2001:db8::/33, 2001:db8:7fff::1, 2001:db8:8000::1",
        "fe80::/10, febf::1, fec0::1",
    })
    void aRangeHasWhatBeginsLikeIt(String range, String within, String outside) {
        assertThat(Cidr.of(range).contains(address(within))).isTrue();
        assertThat(Cidr.of(range).contains(address(outside))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0/8",
                "010.0.0.0/8",
                "0x0a.0.0.0",
                "localhost",
                "fe80::1%eth0",
                "10.0.0.1/8",
                "::/129",
                "",
                "2130706433",
                "10.0.0.0/-1"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> Cidr.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    /** What a translator of addresses makes of a refused one is refused. */
    @Test
    void aRefusalHoldsForTheTranslatedAddressToo() {
        var all = Addresses.all().refusing(List.of(Cidr.of("8.8.8.0/24")));

        assertThat(all.allow(address("8.8.8.8"))).isFalse();
        assertThat(all.allow(address("64:ff9b::8.8.8.8"))).isFalse();
        assertThat(all.allow(address("64:ff9b::8.8.4.4"))).isTrue();
    }

    @Test
    void aRangeAllowsNoSecretsOfACloud() {
        var net = new Addresses(Set.of(), List.of(Cidr.of("169.254.0.0/16")), List.of());
        var one = new Addresses(Set.of(), List.of(Cidr.of("169.254.169.254")), List.of());

        assertThat(net.allow(address("169.254.1.1"))).isTrue();
        assertThat(net.allow(address("169.254.169.254"))).isFalse();
        assertThat(one.allow(address("169.254.169.254"))).isTrue();
    }
}
