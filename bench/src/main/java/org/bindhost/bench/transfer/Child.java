package org.bindhost.bench.transfer;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process of the bench, with the same class path, spoken to by lines. */
final class Child implements AutoCloseable {

    private static final long END_SECONDS = 10;

    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private Child(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts one.
     *
     * @param main its class
     * @param directory where it works, and keeps what is temporary
     * @param jvm options of the virtual machine
     */
    static Child start(Class<?> main, Path directory, List<String> jvm) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + directory);
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        try {
            return new Child(
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Absolute, since the child works elsewhere. */
    private static String classPath() {
        var paths = new ArrayList<String>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            paths.add(Path.of(path).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, paths);
    }

    /** Reads the next line it says. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the process ended before it answered");
        }
        return line;
    }

    /** Has a worker play a round. */
    Figures round(String act) throws IOException {
        in.write(act + "\n");
        in.flush();
        while (true) {
            String line = line();
            if (line.startsWith(Worker.ANSWER)) {
                return Figures.parse(line.substring(Worker.ANSWER.length()));
            }
            if (line.startsWith(Worker.FAILURE)) {
                throw new IOException(act + ": " + line.substring(Worker.FAILURE.length()));
            }
        }
    }

    @Override
    public void close() {
        try {
            in.close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
