package org.bindhost.examples.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerSyntaxException;
import org.junit.jupiter.api.Test;

/** Runs the program; a plain program may name files in its working directory. */
class EmbeddingProgramTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private void run(String name) throws Exception {
        EmbeddingProgram.run(name, new PrintStream(printed, true, UTF_8));
    }

    @Test
    void readsAFileInEveryWay() throws Exception {
        var file = Path.of("pom.xml").toAbsolutePath();
        long bytes = Files.size(file);

        run(file.toString());

        assertThat(printed.toString(UTF_8).lines())
                .containsExactly(
                        bytes + " bytes at once",
                        bytes + " bytes as they came",
                        bytes + " bytes as they were asked for");
    }

    @Test
    void readsTheTimeByTheDriverOfTheNextExample() throws Exception {
        run("clock:UTC");

        assertThat(printed.toString(UTF_8).lines()).hasSize(3).allMatch(l -> !l.startsWith("0 "));
    }

    @Test
    void whatIsNotThereIsAFailureWithAReason() {
        var missing = Path.of("missing.txt").toAbsolutePath().toString();

        assertThatThrownBy(() -> run(missing))
                .isInstanceOf(BindException.class)
                .hasFieldOrPropertyWithValue("reason", Reason.NOT_FOUND);
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThatThrownBy(() -> run("nobodys:x")).isInstanceOf(MonikerSyntaxException.class);
    }
}
