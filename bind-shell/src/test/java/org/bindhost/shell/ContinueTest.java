package org.bindhost.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.Resumption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code get --continue}: what an earlier run has left is gone on with, or it says why not. */
class ContinueTest {

    private static final String NAME = "http://h/a";
    private static final String TEXT = "a text that is longer than one buffer";
    private static final String HALF = TEXT.substring(0, 20);

    private final BindException broken = new BindException(Reason.BROKEN, "cut off");

    @TempDir Path directory;
    private CommandLineFixture line;

    @BeforeEach
    void openDirectory() {
        line = new CommandLineFixture(directory);
    }

    @AfterEach
    void everyContextIsClosed() {
        assertThat(line.binder.contexts()).allMatch(ListedContext::isClosed);
    }

    private static String sha256(String text) {
        return HexFormat.of()
                .formatHex(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private int get(String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "get";
        words[1] = "--continue";
        words[2] = NAME;
        System.arraycopy(more, 0, words, 3, more.length);
        return line.run(words);
    }

    private void serve(String text, String state) {
        line.binder.serve(NAME, Script.of(text).inState(state));
    }

    /** The first run, which broke off, of a resource as long as the whole. */
    private void breakOff() {
        line.binder.serve(NAME, Script.breakingOff(HALF, broken).inState("\"1\""));
        assertThat(get()).isEqualTo(1);
    }

    @Test
    void whatBrokeOffIsLeftWithAJournal() throws IOException {
        breakOff();

        assertThat(line.files()).containsExactly("a.part", "a.part.journal");
        assertThat(line.text("a.part")).isEqualTo(HALF);
    }

    @Test
    void theNextRunGoesOnAtItsEnd() throws IOException {
        breakOff();
        serve(TEXT, "\"1\"");

        assertThat(get("--sha256", sha256(TEXT))).isZero();

        assertThat(line.files()).containsExactly("a");
        assertThat(line.text("a")).isEqualTo(TEXT);
        assertThat(line.err()).contains(NAME + ": went on at byte " + HALF.length());
        assertThat(line.out()).contains("  " + TEXT.length() + "  " + sha256(TEXT));
    }

    @Test
    void whatHasChangedIsFetchedAnewAndThatIsSaid() throws IOException {
        breakOff();
        serve("another text, longer than the half", "\"2\"");

        assertThat(get()).isZero();

        assertThat(line.text("a")).isEqualTo("another text, longer than the half");
        assertThat(line.files()).containsExactly("a");
        assertThat(line.err()).contains("started again: it has changed");
    }

    @Test
    void aPartThatDoesNotHoldWhatWasWrittenIsFetchedAnew() throws IOException {
        breakOff();
        Files.writeString(directory.resolve("a.part"), HALF.toUpperCase(Locale.ROOT));
        serve(TEXT, "\"1\"");

        assertThat(get()).isZero();

        assertThat(line.text("a")).isEqualTo(TEXT);
        assertThat(line.err()).contains("does not hold what its journal tells");
    }

    @Test
    void aPartThatIsShorterThanWasWrittenIsFetchedAnew() throws IOException {
        breakOff();
        Files.writeString(directory.resolve("a.part"), HALF.substring(1));
        serve(TEXT, "\"1\"");

        assertThat(get()).isZero();

        assertThat(line.text("a")).isEqualTo(TEXT);
    }

    /** What was written after the journal is not certain. */
    @Test
    void aPartThatIsLongerThanItsJournalTellsIsCutThere() throws IOException {
        breakOff();
        Files.writeString(directory.resolve("a.part"), "x".repeat(100), StandardOpenOption.APPEND);
        serve(TEXT, "\"1\"");

        assertThat(get()).isZero();

        assertThat(line.text("a")).isEqualTo(TEXT);
        assertThat(line.err()).contains("went on at byte " + HALF.length());
    }

    @Test
    void aPartWithoutAJournalIsLeftAlone() throws IOException {
        Files.writeString(directory.resolve("a.part"), "mine");
        serve(TEXT, "\"1\"");

        assertThat(get()).isEqualTo(1);

        assertThat(line.err()).contains("no journal beside it tells what it is");
        assertThat(line.text("a.part")).isEqualTo("mine");
    }

    @Test
    void aPartOfAnotherNameIsLeftAlone() throws IOException {
        breakOff();
        line.binder.serve("http://i/a", Script.of(TEXT).inState("\"1\""));

        assertThat(line.run("get", "--continue", "http://i/a")).isEqualTo(1);

        assertThat(line.err()).contains("it is of " + NAME);
        assertThat(line.text("a.part")).isEqualTo(HALF);
    }

    @Test
    void aJournalThatIsNoneIsNotBelieved() throws IOException {
        breakOff();
        Files.writeString(directory.resolve("a.part.journal"), "offset=minus one\n");

        assertThat(get()).isEqualTo(1);

        assertThat(line.err()).contains("a.part.journal is no journal");
        assertThat(line.text("a.part")).isEqualTo(HALF);
    }

    @Test
    void whatCannotBeGoneOnWithLeavesNothing() throws IOException {
        line.binder.serve(NAME, Script.breakingOff(HALF, broken));

        assertThat(get()).isEqualTo(1);

        assertThat(line.files()).isEmpty();
    }

    @Test
    void aWrongDigestLeavesNothing() throws IOException {
        breakOff();
        serve(TEXT, "\"1\"");

        assertThat(get("--sha256", sha256("other"))).isEqualTo(1);

        assertThat(line.files()).isEmpty();
    }

    @Test
    void withNothingLeftItBeginsAtTheStart() throws IOException {
        serve(TEXT, "\"1\"");

        assertThat(get()).isZero();

        assertThat(line.text("a")).isEqualTo(TEXT);
        assertThat(line.err()).isEmpty();
    }

    @Test
    void anotherRunIsToldOfTheOption() throws IOException {
        breakOff();

        assertThat(line.run("get", NAME)).isEqualTo(1);

        assertThat(line.err()).contains("a.part is there already; --continue goes on with it");
        assertThat(line.text("a.part")).isEqualTo(HALF);
    }

    @Test
    void whatIsBeingWrittenIsLeftAlone() throws IOException {
        breakOff();
        serve(TEXT, "\"1\"");

        try (var other = FileChannel.open(directory.resolve("a.part"), StandardOpenOption.WRITE);
                var lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(get()).isEqualTo(1);
        }

        assertThat(line.err()).contains("something else is writing to");
        assertThat(line.text("a.part")).isEqualTo(HALF);
    }

    @Test
    void aBreakInAWentOnRunIsGoneOnWithAgain() throws IOException {
        breakOff();
        line.binder.serve(NAME, Script.breakingOff(TEXT.substring(0, 30), broken).inState("\"1\""));
        assertThat(get()).isEqualTo(1);
        assertThat(line.text("a.part")).isEqualTo(TEXT.substring(0, 30));
    }

    // What goes wrong at the file, taken by itself.

    /** For which a second passes between any two looks at the clock. */
    private PartFile file() {
        var seconds = new AtomicLong();
        return new PartFile(
                NAME,
                directory.resolve("a"),
                true,
                () -> seconds.incrementAndGet() * 1_000_000_000);
    }

    private Optional<Resumption> state(int length) {
        return Optional.of(new Resumption(0, length, "\"1\"", NAME));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Killed before it was written down how far it has come, it is begun again by itself. */
    @Test
    void whatWasJustBegunIsKnownForOurs() throws IOException {
        file().write(bytes(HALF)); // and then nothing more is heard of it
        serve(TEXT, "\"1\"");
        System.gc(); // no lock of this process is in the way

        Leftover leftover = file().leftover();

        assertThat(leftover.isOfNoUse()).isTrue();
        assertThat(leftover.place()).isEmpty();
    }

    /** Another run that has looked at the part meanwhile must not get at what is whole. */
    @Test
    void aFileIsLockedUntilItHasItsName() throws IOException {
        var first = file();
        first.isOf(() -> state(TEXT.length()));
        first.write(bytes(TEXT));
        first.commit(Optional.empty());

        assertThatThrownBy(() -> file().startAgain()).isInstanceOf(IOException.class);
        assertThat(line.text("a")).isEqualTo(TEXT);
        assertThat(line.files()).containsExactly("a");
    }

    @Test
    void whereTheJournalCannotBeWrittenTheFileIsGivenUpAllTheSame() throws IOException {
        var first = file();
        first.isOf(() -> state(TEXT.length()));
        first.write(bytes(HALF));
        Files.createDirectories(directory.resolve("a.part.journal.new/in the way"));

        assertThatThrownBy(first::keep).isInstanceOf(IOException.class);

        try (var other = FileChannel.open(directory.resolve("a.part"), StandardOpenOption.WRITE);
                var lock = other.tryLock()) {
            assertThat(lock).as("nobody else has it").isNotNull();
        }
    }

    @Test
    void aJournalOfWhatHasItsNameIsSweptAway() throws IOException {
        breakOff();
        Files.delete(directory.resolve("a.part"));
        serve(TEXT, "\"1\"");

        assertThat(get()).isZero();

        assertThat(line.files()).containsExactly("a");
    }

    /** One run ends while another looks whether it can go on: what is whole stays whole. */
    @Test
    void whatIsWholeIsNotCutByARunThatGoesOn() throws Exception {
        for (int round = 0; round < 500; round++) {
            var first = file();
            first.isOf(() -> state(TEXT.length()));
            first.write(bytes(HALF)); // which is noted
            var entry = file().leftover().entry();
            var digested = file().leftover().digest(() -> false).orElseThrow();
            first.write(bytes(TEXT.substring(HALF.length())));
            var begun = new AtomicBoolean();
            var other =
                    CompletableFuture.runAsync(
                            () -> {
                                begun.set(true);
                                goOn(file(), entry, digested);
                            });
            while (!begun.get()) {
                Thread.onSpinWait();
            }

            first.commit(Optional.empty());

            other.join();
            assertThat(line.text("a")).as("round %s", round).isEqualTo(TEXT);
            assertThat(line.files()).containsExactly("a");
        }
    }

    private static void goOn(
            PartFile file, Optional<Journal.Entry> entry, Leftover.Digested digested) {
        try {
            file.goOn(entry, digested);
            file.discard();
        } catch (IOException e) {
            // It came too late, or too early: that is what is hoped for.
        }
    }
}
