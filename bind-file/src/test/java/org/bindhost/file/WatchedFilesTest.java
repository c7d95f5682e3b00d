package org.bindhost.file;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.ChangeListener;
import org.bindhost.bind.Registration;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.WatchableMonikerClass.Watcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files watched through the engine, by what the system tells. */
@Timeout(60)
class WatchedFilesTest {

    private static final int PATIENCE_SECONDS = 30; // where the system does not tell, it is polled

    @TempDir private Path around;
    private Disk disk;
    private BindCore core;
    private Path file;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws IOException {
        disk = new Disk(around);
        file = disk.write("a.txt", "old");
        var spool = around.resolve("spool");
        core = BindCore.open("test", CoreSettings.defaults(spool), List.of(disk.files));
    }

    @AfterEach
    void nothingIsLeft() {
        core.close();
        disk.files.close();
        assertThat(watchThreads()).isZero();
    }

    private final class Ear implements ChangeListener {
        @Override
        public void onChanged(Moniker name) {
            heard.add("changed " + nameOf(name));
        }

        @Override
        public void onWatchEnded(Moniker name, BindException why) {
            heard.add("ended " + why.reason());
        }
    }

    private static String nameOf(Moniker name) {
        return Path.of(name.last().key()).getFileName().toString();
    }

    private Registration watch(Path path) throws Exception {
        return core.binder().watch(core.monikers().parse(path.toString()), new Ear());
    }

    private void assertHears(String expected) throws InterruptedException {
        assertThat(heard.poll(PATIENCE_SECONDS, SECONDS)).isEqualTo(expected);
    }

    /** Several changes may be told as one, and one in several parts. */
    private void assertHearsNothingBut(String expected) {
        assertThat(heard).allMatch(expected::equals);
        heard.clear();
    }

    @Test
    void aFileThatIsWrittenToIsNoticed() throws Exception {
        try (var watch = watch(file)) {
            assertThat(watch).isNotNull();
            Files.writeString(file, "x", StandardOpenOption.APPEND);

            assertHears("changed a.txt");
        }
    }

    @Test
    void aFileThatIsReplacedByUsIsNoticed() throws Exception {
        try (var watch = watch(file);
                var context =
                        core.binder()
                                .createBindContext(BindOptions.DEFAULT.withMode(Mode.APPEND))) {
            assertThat(watch).isNotNull();
            var name = core.monikers().parse(file.toString());
            var result = core.binder().bindToStorage(name, context, OutputStream.class);
            try (var out = result.content().toCompletableFuture().get()) {
                out.write('x');
            }

            assertHears("changed a.txt");
        }
        assertThat(file).hasContent("oldx");
    }

    @Test
    void aFileThatAppearsAndGoesIsNoticed() throws Exception {
        var later = disk.root.resolve("later.txt");
        try (var watch = watch(later)) {
            assertThat(watch).isNotNull();
            Files.createFile(later);
            assertHears("changed later.txt");

            Files.delete(later);
            assertHears("changed later.txt");
        }
    }

    @Test
    void inADirectoryThatIsWatchedWhatComesIsNoticedUnlessItIsHidden() throws Exception {
        try (var watch = watch(disk.root);
                var other = watch(disk.root.resolve(".hidden"))) {
            assertThat(List.of(watch, other)).doesNotContainNull();
            disk.write(".hidden", "");
            assertHears("changed .hidden");
            assertHearsNothingBut("changed .hidden");

            disk.write("new", "");
            assertHears("changed root");
        }
    }

    @Test
    void aWatchThatWasClosedHearsNothing() throws Exception {
        var closed = watch(file);
        try (var other = watch(disk.root.resolve("b.txt"))) {
            assertThat(other).isNotNull();
            closed.close();
            closed.close();
            disk.write("a.txt", "new");
            disk.write("b.txt", "new"); // told after what came before

            assertHears("changed b.txt");
            assertHearsNothingBut("changed b.txt");
        }
    }

    /** The engine's watchers throw nothing, but it need not be the engine that watches. */
    @Test
    void aWatcherThatFailsHarmsNoOther() throws Exception {
        try (var bad =
                        disk.files.watch(
                                disk.request(disk.root.resolve("b.txt")).name(), new Failing());
                var good = watch(file)) {
            assertThat(List.of(bad, good)).doesNotContainNull();
            disk.write("b.txt", "new");
            assertHears("failed");
            disk.write("a.txt", "new");

            assertHears("changed a.txt");
        }
    }

    @Test
    void aWatcherThatFailsAtItsEndHarmsNoOther() throws Exception {
        var directory = Files.createDirectory(disk.root.resolve("dir"));
        try (var bad =
                        disk.files.watch(
                                disk.request(directory.resolve("a")).name(), new Failing());
                var good = watch(file)) {
            assertThat(List.of(bad, good)).doesNotContainNull();
            Files.delete(directory);
            assertHears("failed");
            disk.write("a.txt", "new");

            assertHears("changed a.txt");
        }
    }

    private final class Failing implements Watcher {

        private boolean failed; // on the one thread

        @Override
        public void changed() {
            if (!failed) { // the system may tell one change in several parts
                failed = true;
                heard.add("failed");
            }
            throw new IllegalStateException("a bug of a watcher");
        }

        @Override
        public void ended(BindException why) {
            changed();
        }
    }

    @Test
    void whatIsAlsoInTheDirectoryIsNotMeant() throws Exception {
        try (var watch = watch(file)) {
            assertThat(watch).isNotNull();
            disk.write("b.txt", "new");
            Files.delete(file); // told after what came before

            assertHears("changed a.txt");
            assertHearsNothingBut("changed a.txt");
        }
    }

    @Test
    void withItsDirectoryAWatchEnds() throws Exception {
        var directory = Files.createDirectory(disk.root.resolve("dir"));
        var watch = watch(directory.resolve("a"));
        Files.delete(directory);

        assertHears("ended NOT_FOUND");
        watch.close();
    }

    @Test
    void whereNothingCanBeOrNobodyMayLookNothingIsWatched() {
        assertFails(disk.root.resolve("none/a"), Reason.NOT_FOUND);
        assertFails(around.resolve("secret"), Reason.DENIED_BY_POLICY);
    }

    @Test
    void manyWatchesNeedOneThreadAndNoneNeedNone() throws Exception {
        List<Registration> watches = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            var directory = Files.createDirectories(disk.root.resolve("dir" + i % 10));
            watches.add(watch(directory.resolve("f" + i)));
        }
        assertThat(watchThreads()).isEqualTo(1);

        watches.forEach(Registration::close);
        try (var again = watch(file)) { // whose thread is another
            assertThat(again).isNotNull();
            disk.write("a.txt", "new");
            assertHears("changed a.txt");
        }
    }

    @Test
    void thereAreOnlySoMany() throws Exception {
        List<Registration> watches = new ArrayList<>();
        for (int i = 0; i < Watches.MOST; i++) {
            watches.add(watch(disk.root.resolve("f" + i)));
        }

        assertFails(file, Reason.UNSUPPORTED);
        watches.get(0).close();
        watch(file).close();
    }

    @Test
    void withTheClientItsWatchesEnd() throws Exception {
        var watch = watch(file);

        core.close();

        disk.write("a.txt", "new");
        disk.files.close();
        assertThat(heard).isEmpty();
        watch.close();
    }

    private void assertFails(Path path, Reason reason) {
        assertThatThrownBy(() -> watch(path)).hasFieldOrPropertyWithValue("reason", reason);
    }

    private static long watchThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> thread.getName().equals("bindhost-file-watch"))
                .count();
    }
}
