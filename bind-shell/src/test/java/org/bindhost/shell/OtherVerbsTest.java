package org.bindhost.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Priority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherVerbsTest {

    @TempDir Path directory;
    private CommandLineFixture line;

    @BeforeEach
    void openDirectory() {
        line = new CommandLineFixture(directory);
    }

    @Test
    void catWritesTheBytesAndNothingElse() {
        line.binder.serve("http://h/a", Script.of("text"));

        int status = line.run("cat", "http://h/a");

        assertThat(status).isZero();
        assertThat(line.out()).isEqualTo("text");
        assertThat(line.err()).isEmpty();
    }

    @Test
    void catFailsWhenItsTransferBreaksOff() {
        BindException broken = new BindException(Reason.BROKEN, "cut off");
        line.binder.serve("http://h/a", Script.breakingOff("te", broken));

        int status = line.run("cat", "http://h/a");

        assertThat(status).isEqualTo(1);
        assertThat(line.out()).isEqualTo("te");
        assertThat(line.err()).isEqualTo("bindhost: http://h/a: cut off%n".formatted());
    }

    @Test
    void putWritesAFileThroughAName() throws IOException {
        Files.writeString(directory.resolve("a"), "text");

        int status = line.run("put", "a", "http://h/b");

        assertThat(status).isZero();
        assertThat(line.out()).isEqualTo("a -> http://h/b  4%n".formatted());
        assertThat(line.binder.written("http://h/b"))
                .isEqualTo("text".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void putAppendsAndMakesDurableWhenAskedTo() throws Exception {
        Files.writeString(directory.resolve("a"), "text");

        assertThat(line.run("put", "--append", "--durable", "a", "http://h/b")).isZero();

        ListedContext context = line.binder.contexts().get(0);
        assertThat(context.options().mode()).isEqualTo(BindOptions.Mode.APPEND);
        assertThat(context.callback().orElseThrow().getBindInfo().has(BindFlag.DURABLE)).isTrue();
    }

    @Test
    void putOfAFileThatIsMissingBindsNothing() {
        int status = line.run("put", "a", "http://h/b", "--json");

        assertThat(status).isEqualTo(1);
        assertThat(line.out()).contains("\"ok\":false", "\"reason\":\"STORAGE_FAILED\"");
        assertThat(line.err()).contains("no such file or directory: " + directory.resolve("a"));
        assertThat(line.binder.contexts()).isEmpty();
    }

    @Test
    void putOfWhatCannotBeReadCommitsNothing() {
        int status = line.run("put", ".", "http://h/b");

        assertThat(status).isEqualTo(1);
        assertThat(line.binder.hasWritten("http://h/b")).isFalse();
    }

    @Test
    void putThroughAnItemThatCannotBeWrittenTellsOfTheCharacter() throws IOException {
        Files.writeString(directory.resolve("a"), "text");
        BindException refused = new BindException(Reason.UNSUPPORTED, "it cannot be written");
        line.binder.serve("new!file", Script.refusing(refused));
        line.binder.serve("new", Script.refusing(refused));

        line.run("put", "a", "new!file");
        line.run("put", "a", "new");

        assertThat(line.err().lines())
                .containsExactly(
                        "bindhost: new!file: it cannot be written;"
                                + " if no item is meant, write !! for the character !",
                        "bindhost: new: it cannot be written");
    }

    @Test
    void statTellsWhatABindLearnsAndAbortsIt() {
        line.binder.serve("http://h/a", Script.hanging("text"));

        int status = line.run("stat", "http://h/a", "--json");

        assertThat(status).isZero();
        assertThat(line.out())
                .isEqualTo(
                        ("{\"name\":\"http://h/a\",\"class\":\"plain\","
                                        + "\"asynchrony\":\"asynchronous\",\"length\":4,"
                                        + "\"mediaType\":\"text/plain\"}%n")
                                .formatted());
        assertThat(line.binder.last().state()).isEqualTo(BindState.ABORTED);
    }

    @Test
    void parseTellsWhoClaimedWhat() {
        int status = line.run("parse", "http://h/a");

        assertThat(status).isZero();
        assertThat(line.out().lines())
                .containsExactly(
                        "PART        CLASS  KEY         DRIVER",
                        "http://h/a  plain  http://h/a  org.example.plain 1.0");
    }

    @Test
    void parseTellsWhatIsMissingAndWhatIsOdd() {
        int status = line.run("parse", "odd:a\u001b[2J");

        assertThat(status).isZero();
        assertThat(line.err().lines())
                .containsExactly(
                        "bindhost: odd:a\\u001b[2J: odd:a\\u001b[2J lacks a thing",
                        "bindhost: odd:a\\u001b[2J: it is odd");
    }

    @Test
    void parseFailsOnWhatIsNotUnderstood() {
        int status = line.run("parse", "bad:name", "--json");

        assertThat(status).isEqualTo(1);
        assertThat(line.out()).contains("\"ok\":false", "\"problem\":\"no class claims bad:name\"");
    }

    @Test
    void driversAreShownWithWhatIsWrongWithThem() {
        int status = line.run("drivers");

        assertThat(status).isZero();
        assertThat(line.out().lines())
                .containsExactly(
                        "CLASS  SCHEMES     RANKING  ASYNCHRONOUS  STATE      DRIVER",
                        "file   file        0        no            in use     a 1.0",
                        "url    http,https  5        yes           failed: x  b 2.0");
    }

    @Test
    void listShowsTransfersAsJson() {
        line.run("list", "--json");

        assertThat(line.out())
                .isEqualTo(
                        ("[{\"id\":7,\"name\":\"http://h/a\",\"state\":\"active\","
                                        + "\"priority\":\"urgent\",\"weight\":16,"
                                        + "\"requester\":\"unknown\",\"document\":null,"
                                        + "\"bytes\":10,\"length\":null}]%n")
                                .formatted());
    }

    @Test
    void suspendedTransfersAreResumed() {
        assertThat(line.run("suspend", "7")).isZero();
        assertThat(line.binding.state()).isEqualTo(BindState.SUSPENDED);
        assertThat(line.run("resume", "7")).isZero();
        assertThat(line.binding.state()).isEqualTo(BindState.ACTIVE);
    }

    @Test
    void transfersAreSuspendedAndResumedTogether() {
        assertThat(line.run("suspend", "--all")).isZero();
        assertThat(line.run("suspend", "--document", "page")).isZero();
        assertThat(line.traffic.suspended).containsExactlyInAnyOrder("*", "page");

        assertThat(line.run("resume", "--document", "page")).isZero();
        assertThat(line.run("resume", "--all")).isZero();
        assertThat(line.traffic.suspended).isEmpty();
    }

    @Test
    void steeringTogetherInVainFails() {
        assertThat(line.run("resume", "--all")).isEqualTo(1);
        assertThat(line.run("resume", "--document", "page")).isEqualTo(1);
        assertThat(line.run("suspend")).isEqualTo(2);
        assertThat(line.run("suspend", "7", "--all")).isEqualTo(2);
        assertThat(line.err().lines())
                .startsWith(
                        "bindhost: all is not suspended",
                        "bindhost: document page is not suspended")
                .hasSize(4);
    }

    @Test
    void steeringInVainFails() {
        assertThat(line.run("resume", "7")).isEqualTo(1);
        assertThat(line.run("abort", "8")).isEqualTo(1);
        assertThat(line.err().lines())
                .containsExactly(
                        "bindhost: transfer 7 is not suspended",
                        "bindhost: no transfer 8 is under way");
    }

    @Test
    void priorityIsSet() {
        int status = line.run("priority", "7", "urgent");

        assertThat(status).isZero();
        assertThat(line.binding.priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void anUnknownVerbIsOneLine() {
        int status = line.run("fetch");

        assertThat(status).isEqualTo(2);
        assertThat(line.err())
                .isEqualTo("bindhost: no verb fetch; 'bindhost help' lists them%n".formatted());
    }

    @Test
    void aMissingArgumentIsOneLine() {
        int status = line.run("cat");

        assertThat(status).isEqualTo(2);
        assertThat(line.err().lines()).hasSize(1);
    }

    @Test
    void helpNamesEveryVerb() {
        int status = line.run("help");

        assertThat(status).isZero();
        for (Verb verb : Verb.values()) {
            assertThat(line.out()).contains(verb.word());
        }
    }

    @Test
    void everyVerbHasAHelpText() {
        for (Verb verb : Verb.values()) {
            assertThat(line.run(verb.word(), "--help")).isZero();
            assertThat(line.out()).contains("Usage: bindhost " + verb.word());
        }
    }
}
