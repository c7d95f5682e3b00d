package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.ChangeListener;
import org.bindhost.bind.Registration;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.WatchableMonikerClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a driver notices is told to whoever watches, in turns, and to nobody else. */
@Timeout(30)
class WatchTest {

    private static final Moniker NAME = Moniker.of(new MonikerPart("watched", "a", "a"));

    @TempDir private Path directory;
    private EngineFixture fixture;
    private final Watched driver = new Watched();
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void add() {
        fixture = new EngineFixture(directory);
        var traits = new DriverTraits("watched", "a driver", List.of("watched"), 0);
        fixture.engine.addDriver("watched", traits, driver);
    }

    private final class Ear implements ChangeListener {
        @Override
        public void onChanged(Moniker name) {
            heard.add("changed " + name);
        }

        @Override
        public void onWatchEnded(Moniker name, BindException why) {
            heard.add("ended " + why.reason());
        }
    }

    private Registration watch() throws BindException {
        return fixture.binder.watch(NAME, new Ear());
    }

    @Test
    void aChangeIsToldInATurn() throws Exception {
        var watch = watch();
        driver.changes();
        assertThat(heard).isEmpty();

        fixture.runAll();

        assertThat(heard).containsExactly("changed a");
        watch.close();
    }

    @Test
    void severalChangesAreToldAsOneAndLaterOnesAgain() throws Exception {
        var watch = watch();
        driver.changes();
        driver.changes();
        fixture.runAll();
        driver.changes();
        fixture.runAll();

        assertThat(heard).containsExactly("changed a", "changed a");
        watch.close();
    }

    @Test
    void closedItHearsNothingOfWhatWasNoticedBefore() throws Exception {
        var watch = watch();
        driver.changes();

        watch.close();
        watch.close();
        fixture.runAll();

        assertThat(heard).isEmpty();
        assertThat(driver.watchers).isEmpty();
    }

    @Test
    void withItsDriverAWatchEnds() throws Exception {
        var watch = watch();

        fixture.engine.removeDriver("watched");
        driver.changes();
        fixture.runAll();

        assertThat(heard).containsExactly("ended DRIVER_GONE");
        watch.close();
    }

    @Test
    void withItsClientAWatchEndsInSilence() throws Exception {
        var watch = watch();

        fixture.binder.close();
        fixture.runAll();

        assertThat(driver.watchers).isEmpty();
        assertThat(heard).isEmpty();
        watch.close();
        watch();
        assertThat(driver.watchers).as("begun by a client that has gone").isEmpty();
    }

    @Test
    void aListenerThatThrowsIsToldOfTheNextChange() throws Exception {
        var watch =
                fixture.binder.watch(
                        NAME,
                        name -> {
                            heard.add("thrown at");
                            throw new IllegalStateException("a bad listener");
                        });
        driver.changes();
        fixture.runAll();
        driver.changes();
        fixture.runAll();

        assertThat(heard).containsExactly("thrown at", "thrown at");
        watch.close();
    }

    @Test
    void whatCannotBeWatchedSaysSo() {
        assertFails(fixture.name("a"), Reason.UNSUPPORTED);
        var item = new Moniker(List.of(NAME.last(), NAME.last()));
        assertFails(item, Reason.UNSUPPORTED);
        assertFails(Moniker.of(new MonikerPart("nobody", "a", "a")), Reason.NO_DRIVER);
        driver.broken = true;
        assertFails(NAME, Reason.BROKEN);
        fixture.threads.beOurs();
        assertFails(NAME, Reason.WOULD_WAIT);
    }

    private void assertFails(Moniker name, Reason reason) {
        assertThatThrownBy(() -> fixture.binder.watch(name, new Ear()))
                .hasFieldOrPropertyWithValue("reason", reason);
    }

    /** Notices a change when the test says so. */
    private static final class Watched implements MonikerClass, WatchableMonikerClass {

        private final List<Watcher> watchers = new ArrayList<>();
        private boolean broken;

        void changes() {
            watchers.forEach(Watcher::changed);
        }

        @Override
        public Registration watch(MonikerPart name, Watcher watcher) {
            if (broken) {
                throw new IllegalStateException("a bug");
            }
            watchers.add(watcher);
            return () -> watchers.remove(watcher);
        }

        @Override
        public String name() {
            return "watched";
        }

        @Override
        public boolean isAsynchronous() {
            return false;
        }

        @Override
        public Recognition recognize(String text, Optional<MonikerPart> base) {
            return Recognition.foreign();
        }

        @Override
        public CompletionStage<Content> open(OpenRequest request) {
            return CompletableFuture.failedStage(new BindException(Reason.NOT_FOUND, "nothing"));
        }
    }
}
