package org.bindhost.core.policy;

import static org.bindhost.core.policy.AddressKind.LOOPBACK;
import static org.bindhost.core.policy.AddressKind.PRIVATE;
import static org.bindhost.core.policy.AddressKind.PUBLIC;
import static org.bindhost.core.policy.AddressKind.SHARED;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The policies that are there without any configuration. */
enum BuiltIn {
    /** For what documents name: nothing but public servers, and files beside their own. */
    DOCUMENTS,
    /** For what bundles name: what the organisation has too, but servers must not lead there. */
    BUNDLES,
    /** For what a person names: anything, and redirects lead where they do in other programs. */
    PERSON,
    /** Everything. */
    OPEN,
    /** Nothing. */
    NONE;

    private static final Words ALL = Words.of(Words.ALL);
    private static final Access ANY = new Access(true, true, true);
    private static final Addresses INSIDE_TOO = Addresses.of(PUBLIC, LOOPBACK, PRIVATE, SHARED);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<BuiltIn> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** What holds where no other rule does. */
    static Rule last(Zone zone) {
        BuiltIn policy =
                switch (zone) {
                    case DOCUMENT -> DOCUMENTS;
                    case BUNDLE -> BUNDLES;
                    case PERSON -> PERSON;
                };
        return new Rule(policy.word(), Scope.ALL, policy.allowance());
    }

    Allowance allowance() {
        return switch (this) {
            case DOCUMENTS -> documents();
            case BUNDLES ->
                    everywhere(INSIDE_TOO, new Redirects(true, false, true, Addresses.of(PUBLIC)));
            case PERSON -> everywhere(Addresses.all(), new Redirects(true, true, true, INSIDE_TOO));
            case OPEN ->
                    everywhere(Addresses.all(), new Redirects(true, true, true, Addresses.all()));
            case NONE -> none();
        };
    }

    private static Allowance documents() {
        return new Allowance(
                Words.of("url", "data"),
                Words.of("http", "https"),
                Addresses.of(PUBLIC),
                new Access(true, false, true),
                new Redirects(true, false, false, Addresses.of(PUBLIC)));
    }

    private static Allowance everywhere(Addresses addresses, Redirects redirects) {
        return new Allowance(ALL, ALL, addresses, ANY, redirects);
    }

    private static Allowance none() {
        return new Allowance(
                Words.of(),
                Words.of(),
                Addresses.none(),
                new Access(false, false, false),
                new Redirects(false, false, false, Addresses.none()));
    }
}
