package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.naming.AnyNames.chain;
import static org.bindhost.core.naming.AnyNames.related;
import static org.quicktheories.generators.Generate.oneOf;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.CommonPrefix;
import org.bindhost.moniker.CommonPrefix.Relation;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.Reduced;
import org.bindhost.moniker.RelativePath;
import org.junit.jupiter.api.Test;

/** What holds between any two names: B-16 to B-21. */
class RelationsLawsTest {

    private final NamesFixture fixture = AnyNames.fixture();
    private final Names names = fixture.names;

    /** B-16, B-17. */
    @Test
    void bothNamesBeginWithTheirCommonPrefix() {
        Law.holds(
                related(AnyNames.parts()),
                two -> {
                    var common = names.commonPrefix(two._1, two._2);
                    if (common.isPresent()) {
                        assertBegins(two._1, common.get().moniker());
                        assertBegins(two._2, common.get().moniker());
                    } else {
                        assertThat(two._1.parts().get(0)).isNotEqualTo(two._2.parts().get(0));
                    }
                });
    }

    private void assertBegins(Moniker name, Moniker prefix) throws BindException {
        int whole = prefix.parts().size() - 1;
        assertThat(name.parts().subList(0, whole)).isEqualTo(prefix.parts().subList(0, whole));

        MonikerPart part = name.parts().get(whole);
        if (!part.equals(prefix.last())) {
            assertThat(names.commonPrefix(Moniker.of(prefix.last()), Moniker.of(part)))
                    .contains(new CommonPrefix(Relation.ME, Moniker.of(prefix.last())));
        }
    }

    /** B-16. */
    @Test
    void theOtherWayRoundItIsTheSamePrefix() {
        Law.holds(
                related(AnyNames.parts()),
                two -> {
                    var there = names.commonPrefix(two._1, two._2);
                    var back = names.commonPrefix(two._2, two._1);

                    assertThat(there.map(CommonPrefix::moniker))
                            .isEqualTo(back.map(CommonPrefix::moniker));
                    assertThat(there.map(CommonPrefix::relation).map(RelationsLawsTest::turned))
                            .isEqualTo(back.map(CommonPrefix::relation));
                });
    }

    private static Relation turned(Relation relation) {
        return switch (relation) {
            case ME -> Relation.HIM;
            case HIM -> Relation.ME;
            case US, BOTH -> relation;
        };
    }

    /** B-16. */
    @Test
    void onlyEqualNamesAreTheirOwnPrefixBothWays() {
        Law.holds(
                related(AnyNames.parts()),
                two ->
                        assertThat(
                                        names.commonPrefix(two._1, two._2)
                                                .map(CommonPrefix::relation)
                                                .equals(Optional.of(Relation.US)))
                                .isEqualTo(two._1.equals(two._2)));
    }

    /** B-16, B-17. */
    @Test
    void aNameIsAPrefixOfWhatFollowsItWithoutBeingJoined() {
        Law.holds(
                AnyNames.names(),
                AnyNames.names(),
                (x, y) ->
                        assertThat(names.commonPrefix(x, chain(x, y)))
                                .contains(new CommonPrefix(Relation.ME, x)));
    }

    /** B-18. */
    @Test
    void aRelativePathLeadsFromOneNameToTheOther() {
        Law.holds(
                related(AnyNames.parts()),
                two ->
                        relativePath(two._1, two._2)
                                .ifPresent(path -> assertLeads(two._1, path, two._2)));
    }

    private void assertLeads(Moniker from, RelativePath path, Moniker to) {
        assertThat(path.path().isEmpty()).isEqualTo(from.equals(to));
        if (!path.isRelative()) {
            assertThat(path.path()).contains(to);
        } else if (path.path().isPresent()) {
            try {
                assertThat(names.compose(from, path.path().get())).contains(to);
            } catch (BindException e) {
                throw new AssertionError(e.getMessage(), e);
            }
        }
    }

    private Optional<RelativePath> relativePath(Moniker from, Moniker to) {
        try {
            return Optional.of(names.relativePath(from, to));
        } catch (BindException e) {
            assertThat(e.reason()).isIn(Reason.NOT_BINDABLE, Reason.UNSUPPORTED);
            return Optional.empty();
        }
    }

    /** B-18: no path is missed where every part can be taken away. */
    @Test
    void whereAllPartsHaveInversesThereIsAPath() {
        Law.holds(
                related(AnyNames.partsWithInverse()),
                two -> {
                    if (two._1.isComposite()) {
                        assertThat(relativePath(two._1, two._2)).isPresent();
                    }
                });
    }

    /** B-19. */
    @Test
    void partsAreEqualByClassAndKeyAlone() {
        Law.holds(
                AnyNames.strangers(),
                AnyNames.strangers(),
                (one, other) -> {
                    boolean isSame =
                            List.of(one.monikerClass(), one.key())
                                    .equals(List.of(other.monikerClass(), other.key()));
                    var rewritten = new MonikerPart(one.monikerClass(), one.key(), other.text());

                    assertThat(one.equals(other)).isEqualTo(isSame);
                    assertThat(Moniker.of(rewritten))
                            .isEqualTo(Moniker.of(one))
                            .hasSameHashCodeAs(Moniker.of(one));
                });
    }

    /** B-19, B-20: as {@link String#equalsIgnoreCase} has it. */
    @Test
    void itemsAreEqualIfTheyDifferInCaseOnly() {
        Law.holds(
                AnyNames.texts(1, 2).map(AnyNames::whole),
                AnyNames.texts(1, 2).map(AnyNames::whole),
                (one, other) -> {
                    var item = names.item(one);

                    assertThat(item.equals(names.item(other)))
                            .isEqualTo(one.equalsIgnoreCase(other));
                    assertThat(item.equals(names.item(swapped(one))))
                            .isEqualTo(one.equalsIgnoreCase(swapped(one)));
                });
    }

    private static String swapped(String text) {
        return text.codePoints()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : upper(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int upper(int c) {
        return Character.toUpperCase(c);
    }

    /** B-21. */
    @Test
    void whatStandsForNothingElseIsReducedToItself() {
        Law.holds(
                AnyNames.names(),
                name -> assertThat(names.reduce(name)).isEqualTo(new Reduced(name, true)));
    }

    /** B-21: unless it goes round in a circle, or makes no sense. */
    @Test
    void whatWasReducedOnceIsReducedToItself() {
        var aliases = new Aliases();
        fixture.add(aliases);
        var withAliases = AnyNames.chains(oneOf(AnyNames.parts(), AnyNames.aliases()));
        Law.holds(
                withAliases,
                withAliases,
                (name, target) -> {
                    aliases.targets.put("a", target);
                    reduce(name).ifPresent(once -> assertThat(reduce(once)).contains(once));
                });
    }

    private Optional<Moniker> reduce(Moniker name) {
        try {
            return Optional.of(names.reduce(name).moniker());
        } catch (BindException e) {
            assertThat(e.reason()).isEqualTo(Reason.SYNTAX);
            return Optional.empty();
        }
    }
}
