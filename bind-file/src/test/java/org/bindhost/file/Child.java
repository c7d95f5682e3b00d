package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Upload;
import org.bindhost.testkit.PlainRequest;

/** A process of its own, to lock, to be killed, and to run where there is no room. */
final class Child implements AutoCloseable {

    static final int BLOCK = 4_000_000;

    private final Process process;
    private final BufferedReader says;

    private Child(Process process) {
        this.process = process;
        this.says = process.inputReader(UTF_8);
    }

    /** Starts one by way of a shell's command, in which "$@" stands for what is to be run. */
    static Child through(String shell, String role, Path path) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
        command.addAll(java(role, path));
        return start(command);
    }

    static Child start(String role, Path path) throws IOException {
        return start(java(role, path));
    }

    private static Child start(List<String> command) throws IOException {
        return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static List<String> java(String role, Path path) {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                role,
                path.toString());
    }

    /** The next line; empty text at the end. */
    String line() throws IOException {
        return Optional.ofNullable(says.readLine()).orElse("");
    }

    List<String> rest() {
        return says.lines().toList();
    }

    /** Has it end by itself. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    /** Kills it, whatever it is about. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "lock" -> lock(path, false);
            case "share" -> lock(path, true);
            case "try" -> tryLock(path);
            case "write" -> writeForEver(path, false);
            case "append" -> writeForEver(path, true);
            case "fill" -> fill(path);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void lock(Path path, boolean shared) throws IOException {
        var options = List.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(path, options.toArray(StandardOpenOption[]::new));
                var lock = channel.lock(0, Long.MAX_VALUE, shared)) {
            System.out.println("locked " + lock.isValid());
            System.in.read(); // until the parent closes it
        }
    }

    private static void tryLock(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            System.out.println(channel.tryLock() == null ? "busy" : "free");
        }
    }

    /** Each commit makes the file, or a block at its end, one letter throughout. */
    private static void writeForEver(Path file, boolean appends) throws Exception {
        var files = new FileMonikerClass(Roots.of(file.getParent().toString()), Platform.CURRENT);
        for (int i = 0; ; i++) {
            var letters = new byte[BLOCK];
            Arrays.fill(letters, (byte) ('a' + i % 26));
            var upload = create(files, file, appends);
            upload.write(ByteBuffer.wrap(letters));
            upload.commit().toCompletableFuture().get();
            System.out.println(i);
        }
    }

    private static void fill(Path file) throws Exception {
        var files = new FileMonikerClass(Roots.of(file.getParent().toString()), Platform.CURRENT);
        try {
            var upload = create(files, file, false);
            for (int i = 0; i < 16; i++) {
                upload.write(ByteBuffer.allocate(1 << 20));
            }
            upload.commit().toCompletableFuture().get();
            System.out.println("written");
        } catch (BindException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        } catch (ExecutionException e) {
            System.out.println(((BindException) e.getCause()).reason() + ": " + e.getCause());
        }
    }

    private static Upload create(FileMonikerClass files, Path file, boolean appends)
            throws Exception {
        var name = files.recognize(file.toString(), Optional.empty()).found().orElseThrow();
        var request = new PlainRequest(name.part());
        try {
            return files.create(appends ? request.appending() : request)
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            throw (BindException) e.getCause();
        }
    }
}
