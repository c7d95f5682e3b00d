package org.bindhost.core.policy;

import java.net.InetAddress;
import java.util.Locale;

/** What an address is for, by the registries of special addresses (RFC 6890 and later). */
enum AddressKind {
    /** Anybody's, anywhere. */
    PUBLIC("a public"),
    /** This machine. */
    LOOPBACK("a loopback"),
    /** Of one organisation: RFC 1918, RFC 4193, and the site-local ones of old. */
    PRIVATE("a private"),
    /** Behind the translator of a provider: RFC 6598. */
    SHARED("a shared"),
    /** Of one link: RFC 3927, RFC 4291. */
    LINK_LOCAL("a link-local"),
    /** Where clouds tell machines their secrets. */
    METADATA("a metadata"),
    /** Of many. */
    MULTICAST("a multicast"),
    /** Of nobody, of everybody, for documents and tests, and what wraps other addresses. */
    SPECIAL("a special");

    private final String article;

    AddressKind(String article) {
        this.article = article;
    }

    /** As in configurations. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Such as "a private address". */
    String text() {
        return article + " address";
    }

    static AddressKind of(InetAddress address) {
        return of(address.getAddress());
    }

    static AddressKind of(byte[] address) {
        return SpecialNets.find(address)
                .or(() -> Embedded.kind(address))
                .orElseGet(() -> SpecialNets.isGlobal(address) ? PUBLIC : SPECIAL);
    }
}
