package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.naming.NamesFixture.chain;
import static org.bindhost.core.naming.NamesFixture.part;

import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.Reduced;
import org.junit.jupiter.api.Test;

/** What names stand for: B-21. */
class ReductionTest {

    private final Aliases aliases = new Aliases();
    private final NamesFixture fixture = new NamesFixture(aliases, new PathNames());
    private final Names names = fixture.names;
    private final Moniker item = names.item("1");
    private final Moniker home = part("alias", "home");
    private final Moniker path = fixture.parse("path:/home");

    @Test
    void whatStandsForItselfIsReducedToItself() throws BindException {
        var name = chain(path, item, names.anti(1), home);

        assertThat(names.reduce(name)).isEqualTo(new Reduced(name, true));
    }

    @Test
    void aCompositeIsReducedPartByPart() throws BindException {
        aliases.targets.put("home", path);

        assertThat(names.reduce(chain(home, item)))
                .isEqualTo(new Reduced(chain(path, item), false));
    }

    @Test
    void anAliasOfAnAliasIsFollowedAndWhatMeetsIsJoined() throws BindException {
        aliases.targets.put("a", chain(part("alias", "home"), fixture.parse("path:b")));
        aliases.targets.put("home", path);

        assertThat(names.reduce(part("alias", "a")).moniker())
                .isEqualTo(fixture.parse("path:/home/b"));
    }

    @Test
    void aCircleOfAliasesIsAFailure() {
        aliases.targets.put("a", part("alias", "b"));
        aliases.targets.put("b", part("alias", "a"));

        assertThatThrownBy(() -> names.reduce(part("alias", "a")))
                .hasFieldOrPropertyWithValue("reason", Reason.SYNTAX);
    }

    @Test
    void whatAnAbsentClassStandsForIsNotGuessed() {
        assertThatThrownBy(() -> names.reduce(chain(path, part("absent", "a"))))
                .hasFieldOrPropertyWithValue("reason", Reason.NO_DRIVER);
    }
}
