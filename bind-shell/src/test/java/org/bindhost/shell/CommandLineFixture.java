package org.bindhost.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;

/** A command line in a directory of its own, whose binds go by script. */
final class CommandLineFixture {

    final ScriptedBinder binder = new ScriptedBinder();
    final ScriptedBinding binding =
            new ScriptedBinding(Moniker.of(new MonikerPart("plain", "a", "a")));
    final ScriptedTraffic traffic = new ScriptedTraffic();
    final OpenContexts contexts = new OpenContexts();
    final Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    CommandLineFixture(Path directory) {
        this.directory = directory;
    }

    int run(String... words) {
        return run(OptionalInt.empty(), words);
    }

    int run(OptionalInt columns, String... words) {
        return Dispatch.run(List.of(words), call(columns));
    }

    Call call(OptionalInt columns) {
        Session session =
                new Session(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        columns,
                        directory);
        Engine engine =
                new Engine(binder, new PlainMonikers(), new FixedInspector(binding), traffic);
        return new Call(engine, session, contexts, Runnable::run, () -> 0);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
