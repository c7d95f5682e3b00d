package org.bindhost.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GetVerbTest {

    private final BindException broken = new BindException(Reason.BROKEN, "cut off at 9");

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

    @Test
    void fetchesIntoAFileNamedAfterTheLastSegment() throws IOException {
        line.binder.serve("http://h/d/a.txt", Script.of("a longer text than one buffer"));

        int status = line.run("get", "http://h/d/a.txt");

        assertThat(line.err()).isEmpty();
        assertThat(status).isZero();
        assertThat(line.text("a.txt")).isEqualTo("a longer text than one buffer");
        assertThat(line.out())
                .isEqualTo(
                        "http://h/d/a.txt -> a.txt  29  %s%n"
                                .formatted(sha256("a longer text than one buffer")));
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        line.binder.serve("http://h/empty", Script.of(""));

        int status = line.run("get", "http://h/empty");

        assertThat(status).isZero();
        assertThat(line.text("empty")).isEmpty();
    }

    @Test
    void aTransferThatBreaksOffLeavesNoFile() throws IOException {
        line.binder.serve("http://h/a", Script.breakingOff("something", broken));

        int status = line.run("get", "http://h/a");

        assertThat(status).isEqualTo(1);
        assertThat(line.err()).isEqualTo("bindhost: http://h/a: cut off at 9%n".formatted());
        assertThat(line.files()).isEmpty();
    }

    @Test
    void aFailureKeepsTheFileThatWasThere() throws IOException {
        Files.writeString(directory.resolve("a"), "old");
        line.binder.serve("http://h/a", Script.breakingOff("something", broken));

        line.run("get", "http://h/a");

        assertThat(line.text("a")).isEqualTo("old");
        assertThat(line.files()).containsExactly("a");
    }

    @Test
    void othersGoOnWhenOneFails() throws IOException {
        line.binder.serve("http://h/b", Script.of("b"));

        int status = line.run("get", "http://h/missing", "bad:name", "http://h/b");

        assertThat(status).isEqualTo(1);
        assertThat(line.files()).containsExactly("b");
        assertThat(line.err().lines())
                .containsExactlyInAnyOrder(
                        "bindhost: http://h/missing: nothing is named http://h/missing",
                        "bindhost: bad:name: no class claims bad:name");
    }

    @Test
    void anotherDigestThanAskedForLeavesNoFile() throws IOException {
        line.binder.serve("http://h/a", Script.of("text"));

        int status = line.run("get", "--sha256", sha256("other"), "http://h/a");

        assertThat(status).isEqualTo(1);
        assertThat(line.err()).contains("SHA-256 is " + sha256("text"));
        assertThat(line.files()).isEmpty();
    }

    @Test
    void theDigestAskedForMayBeInCapitals() throws IOException {
        line.binder.serve("http://h/a", Script.of("text"));

        int status =
                line.run(
                        "get", "http://h/a", "--sha256=" + sha256("text").toUpperCase(Locale.ROOT));

        assertThat(status).isZero();
    }

    @Test
    void twoNamesWithOneTargetAreRefusedBeforeAnythingStarts() throws IOException {
        int status = line.run("get", "http://h/a", "http://i/a");

        assertThat(status).isEqualTo(2);
        assertThat(line.err()).contains("http://h/a and http://i/a would both be written to");
        assertThat(line.binder.contexts()).isEmpty();
    }

    @Test
    void aRefusalMakesNoDirectory() throws IOException {
        line.run("get", "http://h/a", "http://i/a", "--to", "new/");
        line.run("get", "bad:name", "--to", "new/");

        assertThat(line.files()).isEmpty();
    }

    @Test
    void oneNameMayBeGivenItsFile() throws IOException {
        line.binder.serve("http://h/a", Script.of("text"));

        int status = line.run("get", "http://h/a", "--to", "other");

        assertThat(status).isZero();
        assertThat(line.files()).containsExactly("other");
    }

    @Test
    void manyNamesGoIntoADirectoryThatIsMadeForThem() throws IOException {
        line.binder.serve("http://h/a", Script.of("a"));
        line.binder.serve("http://h/b", Script.of("b"));

        int status = line.run("get", "http://h/a", "http://h/b", "--to=d");

        assertThat(status).isZero();
        assertThat(line.text("d/a") + line.text("d/b")).isEqualTo("ab");
    }

    @Test
    void manyNamesDoNotGoIntoOneFile() throws IOException {
        Files.writeString(directory.resolve("file"), "");

        int status = line.run("get", "http://h/a", "http://h/b", "--to=file");

        assertThat(status).isEqualTo(2);
        assertThat(line.err()).contains("--to: no directory can be made of file");
    }

    /** It may be another download's, or the user's own. */
    @Test
    void aPartFileThatIsThereAlreadyIsLeftAlone() throws IOException {
        Files.writeString(directory.resolve("a.part"), "mine");
        line.binder.serve("http://h/a", Script.of("text"));

        int status = line.run("get", "http://h/a");

        assertThat(status).isEqualTo(1);
        assertThat(line.err()).contains("a.part is there already");
        assertThat(line.files()).containsExactly("a.part");
        assertThat(line.text("a.part")).isEqualTo("mine");
    }

    @Test
    void aTargetThatIsAnothersPartFileIsRefusedBeforeAnythingStarts() {
        int status = line.run("get", "http://h/a", "http://h/a.part");

        assertThat(status).isEqualTo(2);
        assertThat(line.err()).contains("would both be written to");
        assertThat(line.binder.contexts()).isEmpty();
    }

    @Test
    void jsonTellsOfEveryNameInTheOrderAsked() {
        line.binder.serve("http://h/b", Script.of("b"));

        int status = line.run("get", "--json", "http://h/a", "http://h/b");

        assertThat(status).isEqualTo(1);
        assertThat(line.out())
                .isEqualTo(
                        ("{\"ok\":false,\"transfers\":["
                                        + "{\"name\":\"http://h/a\",\"target\":\"%1$s/a\","
                                        + "\"bytes\":0,\"sha256\":null,\"millis\":0,\"ok\":false,"
                                        + "\"reason\":\"NOT_FOUND\","
                                        + "\"message\":\"nothing is named http://h/a\",\"note\":null},"
                                        + "{\"name\":\"http://h/b\",\"target\":\"%1$s/b\","
                                        + "\"bytes\":1,\"sha256\":\"%2$s\",\"millis\":0,\"ok\":true,"
                                        + "\"reason\":null,\"message\":null,\"note\":null}]}%n")
                                .formatted(directory, sha256("b")));
    }

    @Test
    void thePriorityIsThatOfItsBinds() {
        line.binder.serve("http://h/a", Script.of("a"));

        line.run("get", "--priority", "background", "http://h/a");
        line.run("get", "--priority", "200", "http://h/a");

        assertThat(line.binder.contexts())
                .extracting(context -> context.options().priority())
                .containsExactly(Priority.BACKGROUND, new Priority(PriorityClass.NORMAL, 200));
    }

    @Test
    void aPriorityThatIsNoneIsRefused() {
        int status = line.run("get", "--priority", "257", "http://h/a");

        assertThat(status).isEqualTo(2);
        assertThat(line.err()).contains("a weight from 1 to 256, not 257");
    }

    @Test
    void aDirectoryThatCannotBeWrittenToFailsTheNameOnly() throws IOException {
        Files.createDirectory(directory.resolve("a.part"));
        line.binder.serve("http://h/a", Script.of("a"));
        line.binder.serve("http://h/b", Script.of("b"));

        int status = line.run("get", "http://h/a", "http://h/b");

        assertThat(status).isEqualTo(1);
        assertThat(line.files()).containsExactly("a.part", "b");
    }
}
