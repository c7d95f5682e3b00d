package org.bindhost.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class StoppingTest {

    @TempDir Path directory;

    @Test
    void stoppingEndsWhatIsRunningAndLeavesNoPartFile() throws Exception {
        CommandLineFixture line = new CommandLineFixture(directory);
        line.binder.serve("http://h/a", Script.hanging("some bytes"));
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(() -> line.run("get", "http://h/a"));
        while (!line.files().contains("a.part")) {
            Thread.onSpinWait();
        }

        line.contexts.close(Duration.ofSeconds(10));

        assertThat(line.files()).isEmpty();
        assertThat(status.get()).isEqualTo(1);
        assertThat(line.err()).isEqualTo("bindhost: http://h/a: aborted%n".formatted());
    }

    @Test
    void anInterruptEndsTheVerbThatWaits() throws IOException {
        CommandLineFixture line = new CommandLineFixture(directory);
        line.binder.serve("http://h/a", Script.hanging("some bytes"));

        Thread.currentThread().interrupt();
        int status = line.run("get", "http://h/a");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(status).isEqualTo(1);
        assertThat(line.files()).isEmpty();
    }

    @Test
    void nothingStartsWhenTheShellIsStopping() {
        CommandLineFixture line = new CommandLineFixture(directory);
        line.contexts.close(Duration.ZERO);

        int status = line.run("get", "http://h/a");

        assertThat(status).isEqualTo(1);
        assertThat(line.err()).contains("the shell is stopping");
    }
}
