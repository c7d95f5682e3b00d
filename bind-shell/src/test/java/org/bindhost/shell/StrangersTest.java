package org.bindhost.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers say steers no terminal, whichever way it comes out. */
class StrangersTest {

    private static final String NAME = "http://h/\u009b2J\u202e\u2028.exe";
    private static final String SHOWN = "http://h/\\u009b2J\\u202e\\u2028.exe";
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}&&[^\n]]");

    @TempDir Path directory;
    private CommandLineFixture line;

    @BeforeEach
    void openDirectory() {
        line = new CommandLineFixture(directory);
    }

    @AfterEach
    void nothingSteers() {
        assertThat(line.out()).doesNotContainPattern(STEERING);
        assertThat(line.err()).doesNotContainPattern(STEERING);
    }

    @Test
    void statIsHarmless() {
        line.binder.serve(NAME, Script.of("text"));

        line.run("stat", NAME);

        assertThat(line.out()).contains(SHOWN);
    }

    @Test
    void theMediaTypeOfAServerIsHarmless() {
        line.binder.serve("http://h/a", Script.of("text").as("text/\u009b2Jplain\u001b"));

        line.run("stat", "http://h/a");
        line.run("stat", "http://h/a", "--json");

        assertThat(line.out())
                .contains("media type  text/\\u009b2Jplain\\u001b")
                .contains("\"mediaType\":\"text/\\u009b2Jplain\\u001b\"");
    }

    @Test
    void jsonIsHarmlessAndWhole() {
        String name = NAME + "x".repeat(1000);

        line.run("parse", name, "--json");

        assertThat(line.out()).contains(SHOWN + "x".repeat(1000));
    }

    @Test
    void resultLinesAreHarmless() {
        line.binder.serve(NAME, Script.of("text"));

        line.run("get", NAME);

        assertThat(line.out()).startsWith(SHOWN + " -> _2J__.exe  4  ");
    }

    @Test
    void putIsHarmless() throws Exception {
        Files.writeString(directory.resolve("a\u202e"), "text");

        line.run("put", "a\u202e", NAME);

        assertThat(line.out()).isEqualTo("a\\u202e -> " + SHOWN + "  4\n");
    }

    @Test
    void failuresAreHarmless() {
        line.run("get", NAME);
        line.run("fetch\u202e");
        line.run("get", "--to\u202e");
        line.run("stat", NAME, NAME);

        assertThat(line.err()).contains(SHOWN + ": nothing is named " + SHOWN);
    }

    @Test
    void longNamesMakeShortLines() {
        String name = "http://h/" + "x".repeat(100_000);

        line.run("parse", name);
        line.run("get", name);
        line.run("get", name, name + "x/" + "x".repeat(100_000), "--to", "d");
        line.run("fetch" + name);
        line.run("get", "--" + name);

        assertThat(line.out().lines()).allMatch(each -> each.length() < 1000);
        assertThat(line.err().lines()).hasSize(4).allMatch(each -> each.length() < 1100);
    }
}
