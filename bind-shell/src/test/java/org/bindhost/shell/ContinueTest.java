package org.bindhost.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
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
}
