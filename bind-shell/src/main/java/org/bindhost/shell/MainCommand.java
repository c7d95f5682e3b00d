package org.bindhost.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/**
 * The command line: runs the verb that the launcher was started with, on the launcher's main
 * thread. Whoever launches registers a service with the property {@code launcher.arguments}, and
 * calls the {@link Callable} with the property {@code main.thread}; its result is the exit status.
 *
 * <p>It is there without a launcher too, or the bundle would look as if it waited for something.
 */
@Component(service = Callable.class, property = "main.thread:Boolean=true")
public final class MainCommand implements Callable<Integer> {

    private final Verbs verbs;
    private final Optional<Map<String, Object>> launch;

    /**
     * Builds the component.
     *
     * @param verbs runs the verb
     * @param launch the properties of the launcher's service: {@code launcher.arguments} ({@code
     *     String[]}), {@code launcher.in}, {@code launcher.out}, {@code launcher.err} (streams),
     *     {@code launcher.directory} (path) and, if there is a terminal, {@code launcher.columns}
     */
    @Activate
    public MainCommand(
            @Reference Verbs verbs,
            @Reference(
                            service = Object.class,
                            target = "(launcher.arguments=*)",
                            cardinality = ReferenceCardinality.OPTIONAL)
                    Map<String, Object> launch) {
        this.verbs = verbs;
        this.launch = Optional.ofNullable(launch); // DS says absence so
    }

    @Override
    public Integer call() {
        return run(launch.orElseThrow(() -> new IllegalStateException("nobody launched this")));
    }

    private Integer run(Map<String, Object> how) {
        Session session =
                new Session(
                        (InputStream) how.get("launcher.in"),
                        (PrintStream) how.get("launcher.out"),
                        (PrintStream) how.get("launcher.err"),
                        how.get("launcher.columns") instanceof Integer columns
                                ? OptionalInt.of(columns)
                                : OptionalInt.empty(),
                        (Path) how.get("launcher.directory"));
        return verbs.run(session, List.of((String[]) how.get("launcher.arguments")));
    }
}
