package org.bindhost.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandOnFilesIT {

    private static final String TEXT_SHA256 =
            "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";
    private static final long LONGER_THAN_ANY_TEST = 1L << 36;

    @TempDir Path directory;
    private Command command;
    private Path to;

    @BeforeEach
    void prepare() throws IOException {
        command = new Command(directory);
        to = Files.createDirectory(command.directory().resolve("to"));
        Files.writeString(command.directory().resolve("a file.txt"), "text");
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(command.leftBehind()).isEmpty();
        try (Stream<Path> files = Files.list(to)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void getFetchesPlainNamesFromTheCurrentDirectory() throws Exception {
        Command.Result result = command.run("get", "a file.txt", "--to", "to");

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(to.resolve("a file.txt")).hasContent("text");
        assertThat(result.out())
                .isEqualTo("a file.txt -> to/a file.txt  4  %s%n".formatted(TEXT_SHA256));
    }

    @Test
    void getGoesOnWhenANameFails() throws Exception {
        Command.Result result = command.run("get", "missing", "a file.txt", "--to", "to", "--json");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).startsWith("{\"ok\":false,").contains("\"NOT_FOUND\"");
        assertThat(result.err().lines()).hasSize(1);
        assertThat(to.resolve("a file.txt")).hasContent("text");
    }

    @Test
    void getOfAnotherDigestLeavesNoFile() throws Exception {
        Command.Result result =
                command.run("get", "a file.txt", "--to", "to", "--sha256", "0".repeat(64));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains(TEXT_SHA256);
        assertThat(to).isEmptyDirectory();
    }

    @Test
    void getThatIsTerminatedLeavesNoFile() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(command.directory().resolve("long").toFile(), "rw")) {
            file.setLength(LONGER_THAN_ANY_TEST);
        }
        try (WatchService watch = to.getFileSystem().newWatchService()) {
            to.register(watch, ENTRY_CREATE);
            Process process = command.start("get", "long", "--to", "to");
            assertThat(Optional.ofNullable(watch.poll(60, TimeUnit.SECONDS))).isPresent();

            process.destroy();

            assertThat(Command.end(process)).isNotZero();
            assertThat(to).isEmptyDirectory();
        }
    }

    @Test
    void catWritesBytesUnchanged() throws Exception {
        Command.Result result = command.run("cat", "a file.txt");

        assertThat(result.status()).isZero();
        assertThat(result.out()).isEqualTo("text");
    }

    @Test
    void catEndsWhenItsReaderGoes() throws Exception {
        Files.write(command.directory().resolve("long"), new byte[1 << 22]);

        Process process = command.start("cat", "long");
        process.getInputStream().close();

        assertThat(Command.end(process)).isEqualTo(1);
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
    }

    @Test
    void putWritesAFile() throws Exception {
        Command.Result result = command.run("put", "a file.txt", "to/b");

        assertThat(result.status()).isZero();
        assertThat(to.resolve("b")).hasContent("text");
    }

    @Test
    void statTellsLengthAndType() throws Exception {
        Command.Result result = command.run("stat", "a file.txt", "--json");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("\"length\":4,\"mediaType\":\"text/plain\"");
    }

    @Test
    void parseTellsTheDriver() throws Exception {
        Command.Result result = command.run("parse", "a file.txt");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("org.bindhost.file");
    }
}
