package org.bindhost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandIT {

    @TempDir Path directory;
    private Command command;

    @BeforeEach
    void prepare() throws IOException {
        command = new Command(directory);
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(command.leftBehind()).isEmpty();
    }

    @Test
    void helpListsTheVerbs() throws Exception {
        Command.Result result = command.run("help");

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("get", "parse", "drivers");
    }

    @Test
    void anUnknownVerbIsAUsageErrorOfOneLine() throws Exception {
        Command.Result result = command.run("fetch");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .containsExactly("bindhost: no verb fetch; 'bindhost help' lists them");
    }

    @Test
    void aNameNobodyUnderstandsFails() throws Exception {
        Command.Result result = command.run("parse", "nobody:knows");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void theShellReadsFromAPipe() throws Exception {
        Command.Result result = command.runWithInput("bind:drivers\n", "shell");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("CLASS", "DRIVER");
    }

    @Test
    void theShellEndsWithExit() throws Exception {
        Command.Result result = command.runWithInput("exit\nbind:drivers\n", "shell");

        assertThat(result.status()).isZero();
        assertThat(result.out()).doesNotContain("DRIVER");
    }
}
