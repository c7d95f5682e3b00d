package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.naming.AnyNames.chain;
import static org.bindhost.core.naming.AnyNames.chains;
import static org.bindhost.core.naming.AnyNames.composed;
import static org.quicktheories.generators.Generate.range;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.classes.AntiNames;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.junit.jupiter.api.Test;

/** What holds however names are put together: B-01 to B-14. */
class CompositionLawsTest {

    private final NamesFixture fixture = AnyNames.fixture();
    private final Names names = fixture.names;

    /** B-02. */
    @Test
    void itDoesNotMatterInWhichOrderNamesAreComposed() {
        Law.holds(
                AnyNames.composed(AnyNames.partsThatStay()),
                (x, y, z) -> {
                    var fromLeft = compose(compose(some(x), some(y)), some(z));
                    var fromRight = compose(some(x), compose(some(y), some(z)));

                    assertSame(fromLeft, fromRight);
                    assertSame(fromLeft, names.compose(List.of(x, y, z)));
                });
    }

    /** B-02: nor does a name of a class that joins, while it is the only one. */
    @Test
    void itDoesNotMatterWhereOneNameThatCouldBeJoinedStands() {
        Law.holds(
                AnyNames.composed(AnyNames.partsThatStay()),
                AnyNames.paths().zip(range(0, 2), (path, at) -> List.of(path, at)),
                (x, pathAndPlace) -> {
                    var path = Moniker.of((MonikerPart) pathAndPlace.get(0));
                    int at = (int) pathAndPlace.get(1);
                    var three = new ArrayList<>(List.of(x, x));
                    three.add(at, path);

                    var first = names.compose(three.get(0), three.get(1));
                    var last = names.compose(three.get(1), three.get(2));

                    assertSame(
                            compose(first, some(three.get(2))), compose(some(three.get(0)), last));
                });
    }

    /** B-03. */
    @Test
    void aNameComposedWithNothingIsItself() {
        Law.holds(
                AnyNames.names(),
                name -> assertSame(names.compose(List.of(name)), Optional.of(name)));
    }

    /** B-01. */
    @Test
    void operandsStayWhatTheyWere() {
        Law.holds(
                chains(AnyNames.parts()),
                chains(AnyNames.parts()),
                (x, y) -> {
                    String before = names.save(chain(x, y));

                    tryCompose(x, y);

                    assertThat(names.save(chain(x, y))).isEqualTo(before);
                });
    }

    /** B-10, B-14. */
    @Test
    void aNameAndItsInverseAreNothing() {
        Law.holds(
                composed(AnyNames.partsWithInverse()),
                name -> assertThat(names.compose(name, names.inverse(name))).isEmpty());
    }

    /** B-14: whatever the left name begins with. */
    @Test
    void anInverseTakesAwayNoMoreThanItsName() {
        Law.holds(
                AnyNames.names(),
                composed(AnyNames.partsWithInverse()),
                (left, name) -> {
                    var both = tryCompose(left, name);
                    if (both.equals(some(chain(left, name)))) {
                        assertSame(names.compose(both.get(), names.inverse(name)), some(left));
                    }
                });
    }

    /** B-14. */
    @Test
    void theInverseOfACompositeIsThatOfItsPartsBackwards() {
        Law.holds(
                chains(AnyNames.partsWithInverse()),
                name -> {
                    var parts = new ArrayList<MonikerPart>();
                    for (MonikerPart part : name.parts()) {
                        parts.add(0, names.inverse(Moniker.of(part)).last());
                    }

                    assertThat(names.inverse(name)).isEqualTo(new Moniker(parts));
                });
    }

    /** B-14. */
    @Test
    void whatHoldsAPartWithoutInverseHasNone() {
        Law.holds(
                chains(AnyNames.parts()),
                name -> {
                    boolean invertible =
                            name.parts().stream()
                                    .noneMatch(
                                            p ->
                                                    AntiNames.isAnti(p)
                                                            || p.monikerClass().equals("form"));

                    assertThat(hasInverse(name)).isEqualTo(invertible);
                });
    }

    /** B-05, B-10, B-11: nothing is left undone. */
    @Test
    void inAComposedNameNoPartTakesAnotherAway() {
        Law.holds(
                AnyNames.names(),
                AnyNames.names(),
                (x, y) -> {
                    List<MonikerPart> parts =
                            tryCompose(x, y).map(Moniker::parts).orElse(List.of());
                    for (int at = 1; at < parts.size(); at++) {
                        assertStays(parts.get(at - 1), parts.get(at));
                    }
                });
    }

    private void assertStays(MonikerPart left, MonikerPart right) throws BindException {
        boolean isTakenAway = List.of("item", "path").contains(left.monikerClass());
        if (AntiNames.isAnti(right)) {
            assertThat(isTakenAway).isFalse();
        }
        if (left.monikerClass().equals("counter")) {
            assertThat(names.inverse(Moniker.of(left)).last()).isNotEqualTo(right);
        }
        assertThat(List.of(left.monikerClass(), right.monikerClass()))
                .isNotEqualTo(List.of("path", "path"));
    }

    /** B-04: joining is composing, or says that it cannot. */
    @Test
    void joiningGivesWhatComposingGives() {
        Law.holds(
                AnyNames.names(),
                AnyNames.names(),
                (x, y) -> {
                    var composed = tryCompose(x, y);
                    try {
                        assertSame(names.join(x, y), composed);
                    } catch (BindException e) {
                        assertThat(e.reason()).isIn(Reason.NEED_GENERIC, Reason.SYNTAX);
                    }
                });
    }

    private boolean hasInverse(Moniker name) throws BindException {
        try {
            return !names.inverse(name).parts().isEmpty();
        } catch (BindException e) {
            assertThat(e.reason()).isEqualTo(Reason.NO_INVERSE);
            return false;
        }
    }

    /** What becomes of two names, of which two absolute paths are nonsense. */
    private Optional<Moniker> tryCompose(Moniker x, Moniker y) {
        try {
            return names.compose(x, y);
        } catch (BindException e) {
            assertThat(e.reason()).isEqualTo(Reason.SYNTAX);
            return Optional.empty();
        }
    }

    private Optional<Moniker> compose(Optional<Moniker> x, Optional<Moniker> y)
            throws BindException {
        return names.compose(Stream.concat(x.stream(), y.stream()).toList());
    }

    private static Optional<Moniker> some(Moniker name) {
        return Optional.of(name);
    }

    private static void assertSame(Optional<Moniker> one, Optional<Moniker> other) {
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.map(Moniker::displayName)).isEqualTo(other.map(Moniker::displayName));
        assertThat(one.map(Moniker::parts)).isEqualTo(other.map(Moniker::parts));
    }
}
