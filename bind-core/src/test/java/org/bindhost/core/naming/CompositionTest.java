package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.naming.NamesFixture.chain;
import static org.bindhost.core.naming.NamesFixture.part;

import java.util.List;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.junit.jupiter.api.Test;

/** Names put together: B-01 to B-13. */
class CompositionTest {

    private final NamesFixture fixture = new NamesFixture();
    private final Names names = fixture.names;
    private final Moniker i1 = names.item("1");
    private final Moniker i2 = names.item("2");
    private final Moniker a1 = names.anti(1);
    private final Moniker a2 = names.anti(2);

    /** B-03. */
    @Test
    void compositesAreFlatAndKeepTheirOrder() throws BindException {
        var left = names.compose(i1, i2).orElseThrow();

        assertThat(names.compose(left, left)).contains(chain(i1, i2, i1, i2));
        assertThat(names.compose(List.of())).isEmpty();
        assertThat(names.compose(List.of(i1))).contains(i1);
        assertThat(names.compose(List.of(i1, a1, i2))).contains(i2);
    }

    /** B-05, B-07, X-7. */
    @Test
    void anAntiTakesAwayAsManyPartsAsItCounts() throws BindException {
        assertThat(names.compose(i1, a1)).isEmpty();
        assertThat(names.compose(i1, a2)).contains(a1);
        assertThat(names.compose(chain(i1, i2), a2)).isEmpty();
        assertThat(names.compose(chain(i1, i2), a1)).contains(i1);
        assertThat(names.compose(chain(i1, i2), names.anti(5))).contains(names.anti(3));
    }

    /** B-07. */
    @Test
    void antisDoNotMerge() throws BindException {
        var two = names.compose(a1, a1).orElseThrow();

        assertThat(two).isEqualTo(chain(a1, a1)).isNotEqualTo(a2);
        assertThat(two.displayName()).isEqualTo("\\..\\..").isEqualTo(a2.displayName());
    }

    /** B-13: what has no inverse is not taken away. */
    @Test
    void aClassWithoutInverseStays() throws BindException {
        fixture.add(new FormNames("form", "form:.*"));
        var name = part("form", "a");

        assertThat(names.compose(chain(name, i1), a2)).contains(chain(name, a1));
    }

    /** B-10. */
    @Test
    void aClassMayUndoItsNamesInAWayOfItsOwn() throws BindException {
        fixture.add(new Counters());
        var left = chain(i1, part("counter", "b+"), part("counter", "c+"));
        var right = chain(part("counter", "c-"), part("counter", "b-"), i2);

        assertThat(names.compose(left, right)).contains(chain(i1, i2));
        assertThat(names.inverse(part("counter", "c+"))).isEqualTo(part("counter", "c-"));
        assertThat(names.compose(part("counter", "c+"), a1))
                .contains(chain(part("counter", "c+"), a1));
    }

    /** B-11. */
    @Test
    void twoNamesOfAClassThatJoinsMakeOne() throws BindException {
        fixture.add(new PathNames());

        assertThat(
                        names.compose(
                                fixture.parse("path:/docs/art"), fixture.parse("path:../backup/f")))
                .contains(fixture.parse("path:/docs/backup/f"));
        assertThatThrownBy(() -> names.compose(fixture.parse("path:/a"), fixture.parse("path:/b")))
                .hasFieldOrPropertyWithValue("reason", Reason.SYNTAX);
    }

    /** B-12. */
    @Test
    void theRestFollowsWhatAnAntiHasTakenAway() throws BindException {
        fixture.add(new PathNames());

        assertThat(names.compose(fixture.parse("path:/a"), chain(a1, i1))).contains(i1);
    }

    /** B-04, B-05. */
    @Test
    void joiningIsForNamesThatMakeOne() throws BindException {
        fixture.add(new PathNames());
        var path = fixture.parse("path:/a");

        assertThat(names.join(path, fixture.parse("path:b"))).contains(fixture.parse("path:/a/b"));
        assertThat(names.join(chain(path, i1), a1)).contains(path);
        assertThat(names.join(i1, a1)).isEmpty();
        assertThatThrownBy(() -> names.join(path, i1))
                .hasFieldOrPropertyWithValue("reason", Reason.NEED_GENERIC);
    }

    /** What needs an absent class fails and is not guessed; what does not, works. */
    @Test
    void whatNeedsAnAbsentClassFailsWithAReason() throws BindException {
        var absent = part("absent", "a");

        assertThat(names.compose(absent, i1)).contains(chain(absent, i1));
        assertThat(names.compose(i1, absent)).contains(chain(i1, absent));
        assertThat(names.compose(chain(absent, absent), i1)).contains(chain(absent, absent, i1));
        for (var right : List.of(absent, a1)) {
            assertThatThrownBy(() -> names.compose(absent, right))
                    .hasFieldOrPropertyWithValue("reason", Reason.NO_DRIVER)
                    .hasMessageContaining("absent");
        }
    }

    /** B-01. */
    @Test
    void operandsStayWhatTheyWere() throws BindException {
        var left = chain(i1, i2);
        var before = List.copyOf(left.parts());

        var composed = names.compose(left, a1);

        assertThat(composed).isPresent();
        assertThat(left.parts()).isEqualTo(before);
        assertThat(a1).isEqualTo(names.anti(1));
    }

    @Test
    void aNameDoesNotGrowBeyondItsBound() {
        var most = chain(java.util.Collections.nCopies(64, i1).toArray(Moniker[]::new));

        assertThatThrownBy(() -> names.compose(most, i1))
                .hasFieldOrPropertyWithValue("reason", Reason.SYNTAX);
    }

    @Test
    void anAntiWithoutACountOfItsOwnIsLeftAlone() throws BindException {
        var strange = Moniker.of(new MonikerPart("anti", "many", "\\.."));

        assertThat(names.compose(i1, strange)).contains(chain(i1, strange));
    }
}
