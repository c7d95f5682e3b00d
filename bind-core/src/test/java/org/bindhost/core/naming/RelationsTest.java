package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.naming.NamesFixture.chain;
import static org.bindhost.core.naming.NamesFixture.part;

import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.CommonPrefix;
import org.bindhost.moniker.CommonPrefix.Relation;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.RelativePath;
import org.junit.jupiter.api.Test;

/** Inverse, common prefix, relative path: B-14, B-16 to B-18. */
class RelationsTest {

    private final NamesFixture fixture = new NamesFixture(new PathNames());
    private final Names names = fixture.names;
    private final Moniker i1 = names.item("1");
    private final Moniker i2 = names.item("2");
    private final Moniker a = fixture.parse("path:/a");
    private final Moniker ab = fixture.parse("path:/a/b");
    private final Moniker ac = fixture.parse("path:/a/c");
    private final Moniker x = fixture.parse("path:/x");

    /** B-14. */
    @Test
    void theInverseTakesTheNameAway() throws BindException {
        var name = chain(a, i1, i2);
        var inverse = names.inverse(name);

        assertThat(inverse).isEqualTo(chain(names.anti(1), names.anti(1), names.anti(1)));
        assertThat(names.compose(name, inverse)).isEmpty();
    }

    /** B-14. */
    @Test
    void whatHasNoInverseSaysSo() {
        fixture.add(new FormNames("form", "form:.*"));

        for (var name :
                new Moniker[] {names.anti(1), part("form", "a"), chain(part("form", "a"), i1)}) {
            assertThatThrownBy(() -> names.inverse(name))
                    .hasFieldOrPropertyWithValue("reason", Reason.NO_INVERSE);
        }
        assertThatThrownBy(() -> names.inverse(part("absent", "a")))
                .hasFieldOrPropertyWithValue("reason", Reason.NO_DRIVER);
    }

    /** B-16. */
    @Test
    void theCommonPrefixTellsHowTheTwoRelate() throws BindException {
        assertThat(names.commonPrefix(i1, chain(i1, i2))).contains(prefix(Relation.ME, i1));
        assertThat(names.commonPrefix(chain(i1, i2), i1)).contains(prefix(Relation.HIM, i1));
        assertThat(names.commonPrefix(i1, i1)).contains(prefix(Relation.US, i1));
        assertThat(names.commonPrefix(chain(a, i1), chain(a, i2)))
                .contains(prefix(Relation.BOTH, a));
        assertThat(names.commonPrefix(i1, i2)).isEmpty();
    }

    /** B-16, X-10. */
    @Test
    void ofTwoAntisTheSmallerCountIsThePrefix() throws BindException {
        var one = names.anti(1);
        var two = names.anti(2);

        assertThat(names.commonPrefix(one, two)).contains(prefix(Relation.ME, one));
        assertThat(names.commonPrefix(two, one)).contains(prefix(Relation.HIM, one));
    }

    /** B-16: whole components, as the class of the two knows them. */
    @Test
    void whereTwoOfOneClassDifferTheClassSaysWhatTheyShare() throws BindException {
        assertThat(names.commonPrefix(ab, ac)).contains(prefix(Relation.BOTH, a));
        assertThat(names.commonPrefix(a, ab)).contains(prefix(Relation.ME, a));
        assertThat(names.commonPrefix(chain(ab, i1), chain(a, i1)))
                .contains(prefix(Relation.BOTH, a));
        assertThat(names.commonPrefix(a, x)).isEmpty();
        assertThat(names.commonPrefix(a, i1)).isEmpty();
    }

    /** B-17: however a composite came about. */
    @Test
    void compositesAreComparedPartByPart() throws BindException {
        var left = names.compose(i1, chain(i2, names.item("3"))).orElseThrow();
        var right = names.compose(chain(i1, i2), names.item("4")).orElseThrow();

        assertThat(names.commonPrefix(left, right)).contains(prefix(Relation.BOTH, chain(i1, i2)));
    }

    @Test
    void whatTwoNamesOfAnAbsentClassShareIsNotGuessed() throws BindException {
        var absent = part("absent", "a");

        assertThat(names.commonPrefix(absent, chain(absent, i1)).map(CommonPrefix::relation))
                .contains(Relation.ME);
        assertThat(names.commonPrefix(absent, i1)).isEmpty();
        assertThatThrownBy(() -> names.commonPrefix(absent, part("absent", "b")))
                .hasFieldOrPropertyWithValue("reason", Reason.NO_DRIVER);
        assertThatThrownBy(() -> names.relativePath(absent, part("absent", "b")))
                .hasFieldOrPropertyWithValue("reason", Reason.NO_DRIVER);
    }

    /** B-18: the law is the oracle. */
    @Test
    void aRelativePathLeadsFromOneToTheOther() throws BindException {
        leads(ab, ac);
        leads(a, ab);
        leads(ab, x);
        leads(chain(a, i1), chain(a, i2));
        leads(chain(a, i1), a);
        leads(a, chain(a, i1, i2));
        leads(chain(ab, i1, i2), chain(x, i2));
    }

    private void leads(Moniker from, Moniker to) throws BindException {
        var path = names.relativePath(from, to);

        assertThat(path.isRelative()).as(from + " to " + to).isTrue();
        assertThat(names.compose(from, path.path().orElseThrow())).contains(to);
    }

    /** B-18. */
    @Test
    void withNothingInCommonThePathIsTheOtherName() throws BindException {
        var whole = new RelativePath(false, Optional.of(chain(x, i1)));

        assertThat(names.relativePath(names.anti(1), chain(x, i1))).isEqualTo(whole);
        assertThat(names.relativePath(chain(i1, i2), chain(x, i1))).isEqualTo(whole);
        assertThat(names.relativePath(a, a)).isEqualTo(new RelativePath(true, Optional.empty()));
    }

    /** B-18. */
    @Test
    void noPathStartsAtAnItemOfNothingOrLeadsBackThroughWhatHasNoInverse() {
        fixture.add(new FormNames("form", "form:.*"));

        assertThatThrownBy(() -> names.relativePath(i1, a))
                .hasFieldOrPropertyWithValue("reason", Reason.NOT_BINDABLE);
        assertThatThrownBy(() -> names.relativePath(chain(a, part("form", "b")), chain(a, i1)))
                .hasFieldOrPropertyWithValue("reason", Reason.UNSUPPORTED);
    }

    private static CommonPrefix prefix(Relation relation, Moniker moniker) {
        return new CommonPrefix(relation, moniker);
    }
}
