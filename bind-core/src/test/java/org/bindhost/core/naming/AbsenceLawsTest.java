package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.drivers.ParserRegistry;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.Moniker;
import org.junit.jupiter.api.Test;
import org.quicktheories.api.Pair;
import org.quicktheories.core.Gen;

/**
 * While classes are absent, a calculation gives what it gives while they are present, or says that
 * it needs them.
 */
class AbsenceLawsTest {

    private final Names everybody = AnyNames.fixture().names;
    private final Names noPaths = new NamesFixture(new Counters()).names;
    private final Names noCounters = new NamesFixture(new PathNames()).names;
    private final Names nobody =
            new Names(new DriverRegistry(), new ParserRegistry(), name -> false);

    /** Something to calculate with two names. */
    private interface Calculation {
        Object of(Names names) throws BindException;
    }

    private static Gen<Pair<Moniker, Moniker>> two() {
        return AnyNames.related(AnyNames.parts());
    }

    @Test
    void composingIsNotGuessed() {
        Law.holds(two(), two -> compare(names -> names.compose(two._1, two._2)));
    }

    @Test
    void joiningIsNotGuessed() {
        Law.holds(two(), two -> compare(names -> names.join(two._1, two._2)));
    }

    @Test
    void inversesAreNotGuessed() {
        Law.holds(AnyNames.names(), name -> compare(names -> names.inverse(name)));
    }

    @Test
    void prefixesAreNotGuessed() {
        Law.holds(two(), two -> compare(names -> names.commonPrefix(two._1, two._2)));
    }

    @Test
    void pathsAreNotGuessed() {
        Law.holds(two(), two -> compare(names -> names.relativePath(two._1, two._2)));
    }

    @Test
    void reducingIsNotGuessed() {
        Law.holds(AnyNames.names(), name -> compare(names -> names.reduce(name)));
    }

    @Test
    void whoMustBeWaitedForIsNotGuessed() {
        Law.holds(
                AnyNames.names(),
                name -> assertThat(nobody.isAsynchronous(name)).isEqualTo(Asynchrony.UNKNOWN));
    }

    /** What needs no class is there without any. */
    @Test
    void namesOfDifferentClassesAreCalculatedWithByNobody() {
        Law.holds(
                AnyNames.strangers(),
                AnyNames.strangers(),
                (one, other) -> {
                    var x = Moniker.of(one);
                    var y = Moniker.of(other);
                    if (!one.monikerClass().equals(other.monikerClass())) {
                        assertThat(nobody.compose(x, y)).contains(AnyNames.chain(x, y));
                        assertThat(nobody.commonPrefix(x, y)).isEmpty();
                        assertThat(nobody.relativePath(x, y).path()).contains(y);
                    }
                    assertThat(nobody.load(nobody.save(x))).isEqualTo(x);
                    assertThat(nobody.commonPrefix(x, x)).isPresent();
                    assertThat(nobody.relativePath(x, x).path()).isEmpty();
                });
    }

    /** Compares what comes of it while everybody, somebody and nobody is present. */
    private void compare(Calculation calculation) {
        Object expected = result(calculation, everybody);
        for (Names some : List.of(noPaths, noCounters, nobody)) {
            Object actual = result(calculation, some);
            if (actual != Reason.NO_DRIVER) {
                assertThat(actual).isEqualTo(expected);
            }
        }
    }

    private static Object result(Calculation calculation, Names names) {
        try {
            return calculation.of(names);
        } catch (BindException e) {
            return e.reason();
        }
    }
}
