package org.bindhost.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bindhost.container.Control;
import org.bindhost.container.ControlContainer;
import org.bindhost.container.ControlSite;
import org.bindhost.container.ReadyState;
import org.bindhost.inspect.DocumentSnapshot.ControlSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which controls a document has. */
class DocumentContainerTest {

    @TempDir private static Path directory;

    private final HostFixture fixture = new HostFixture(directory);
    private final ControlContainer container = fixture.container;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aControlIsGivenASiteWithAHostAndAContext() {
        var site = fixture.add("a").site();

        assertThat(site.bindHost()).isPresent();
        assertThat(site.bindContext().callback()).isEmpty();
    }

    /** L-01: the enumeration yields each control, in the order they were added. */
    @Test
    void listsItsControlsAndHowFarTheyAre() {
        var first = fixture.add("b");
        fixture.add("a").site().onReadyStateChange(ReadyState.INTERACTIVE);

        assertThat(container.controls())
                .extracting(ControlContainer.Entry::name)
                .containsExactly("b", "a");
        assertThat(container.controls().get(0).control()).isSameAs(first);
        assertThat(container.snapshot().base()).isEqualTo(HostFixture.BASE);
        assertThat(container.snapshot().controls())
                .containsExactly(
                        new ControlSnapshot("b", "keeper", ReadyState.UNINITIALIZED),
                        new ControlSnapshot("a", "keeper", ReadyState.INTERACTIVE));
    }

    @Test
    void aNameIsGivenOnceAtATime() {
        fixture.add("a");

        assertThatIllegalArgumentException().isThrownBy(() -> fixture.add("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> fixture.add(""));
        assertThat(fixture.type.out).hasSize(1);

        container.remove("a");
        assertThat(fixture.add("a")).isNotNull();
    }

    @Test
    void removesOnlyWhatIsThere() {
        fixture.add("a");

        assertThat(container.remove("b")).isFalse();
        assertThat(container.remove("a")).isTrue();
        assertThat(container.remove("a")).isFalse();
    }

    @Test
    void anUnknownTypeIsRefusedAndTheNameStaysFree() {
        assertThatIllegalStateException()
                .isThrownBy(() -> container.add("a", "nobodys"))
                .withMessageContainingAll("nobodys", "keeper");

        assertThat(fixture.add("a")).isNotNull();
    }

    @Test
    void aClosedDocumentTakesNoControls() {
        fixture.container.deactivate();

        assertThatIllegalStateException().isThrownBy(() -> fixture.add("a"));
        assertThat(fixture.type.out).isEmpty();
    }

    /** A control that does not take its site is released, and its name is free again. */
    @Test
    void aControlThatRefusesItsSiteIsReleased() {
        var refusing = new ControlType("refusing", "bundle", 0, Refusing::new);
        fixture.container.addType(refusing);

        assertThatIllegalStateException().isThrownBy(() -> container.add("a", "refusing"));

        assertThat(refusing.out).isEmpty();
        assertThat(container.controls()).isEmpty();
        assertThat(fixture.add("a")).isNotNull();
    }

    @Test
    void ofSeveralWhoBringATypeTheHighestRankingIsUsed() {
        var better = new ControlType("keeper", "better.bundle", 1, SiteKeeper::new);
        var worse = new ControlType("keeper", "worse.bundle", -1, SiteKeeper::new);
        fixture.container.addType(better);
        fixture.container.addType(worse);

        fixture.add("a");

        assertThat(List.of(better.out.size(), fixture.type.out.size(), worse.out.size()))
                .containsExactly(1, 0, 0);
    }

    @Test
    void aTypeIsPresentAsLongAsAnyoneBringsIt() {
        var better = new ControlType("keeper", "better.bundle", 1, SiteKeeper::new);
        fixture.container.addType(better);

        fixture.container.removeType(better);

        assertThat(fixture.add("a")).isNotNull();
        assertThat(fixture.type.out).hasSize(1);
    }

    /** Whoever withdraws a type cannot see a control that is being added. */
    @Test
    void aTypeThatGoesWhileItIsAddedIsRefused() {
        fixture.container.removeType(fixture.type);
        var itself = new AtomicReference<ControlType>();
        Supplier<SiteKeeper> whileItGoes =
                () -> {
                    fixture.container.removeType(itself.get());
                    return new SiteKeeper();
                };
        var leaving = new ControlType("keeper", "bundle", 0, whileItGoes);
        itself.set(leaving);
        fixture.container.addType(leaving);

        assertThatIllegalStateException().isThrownBy(() -> fixture.add("a"));

        assertThat(leaving.out).isEmpty();
        assertThat(container.controls()).isEmpty();
    }

    private static final class Refusing implements Control {

        @Override
        public void setSite(ControlSite site) {
            throw new IllegalStateException("not here");
        }

        @Override
        public ReadyState readyState() {
            return ReadyState.UNINITIALIZED;
        }

        @Override
        public String dataPath(String property) {
            return "";
        }

        @Override
        public void setDataPath(String property, String name) {}
    }
}
