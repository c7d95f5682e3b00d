package org.bindhost.launcher;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the command as a process of its own, in a directory of its own. */
final class Command {

    private static final int PATIENCE_SECONDS = 60;

    /** The first Java that warns of what Felix does. */
    private static final int WARNS_OF_UNSAFE = 24;

    private final Path directory;
    private final Path temporary;
    private String added = "";

    /**
     * What a run left behind.
     *
     * @param status its exit status
     * @param out its standard output
     * @param err its standard error
     */
    record Result(int status, String out, String err) {}

    Command(Path directory) throws IOException {
        this.directory = Files.createDirectory(directory.resolve("work"));
        this.temporary = Files.createDirectory(directory.resolve("tmp"));
    }

    /** From now on with bundles of one's own. */
    Command adding(Path... jars) {
        added = Stream.of(jars).map(Path::toString).collect(joining(File.pathSeparator));
        return this;
    }

    Path directory() {
        return directory;
    }

    /** Where temporary files are made. */
    Path temporary() {
        return temporary;
    }

    /** What runs have left where temporary files are made. */
    List<Path> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("hsperf"))
                    .toList();
        }
    }

    Result run(String... words) throws IOException, InterruptedException {
        return runWithInput("", words);
    }

    Result runWithInput(String input, String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory.getParent(), "out", "");
        Path err = Files.createTempFile(directory.getParent(), "err", "");
        Process process =
                builder(words)
                        .redirectOutput(Redirect.to(out.toFile()))
                        .redirectError(Redirect.to(err.toFile()))
                        .start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        int status = end(process);
        return new Result(status, Files.readString(out), Files.readString(err));
    }

    Process start(String... words) throws IOException {
        return builder(words).start();
    }

    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it has not ended: " + process.info());
        }
        return process.exitValue();
    }

    private ProcessBuilder builder(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-Dorg.jline.terminal.dumb=true");
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-jar", System.getProperty("launcher.jar")));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("BINDHOST_BUNDLES", added);
        return builder;
    }
}
