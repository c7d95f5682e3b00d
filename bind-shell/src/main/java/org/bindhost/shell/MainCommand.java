package org.bindhost.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The command line: runs the verb that the launcher was started with, on the launcher's main
 * thread. Whoever launches registers a service with the property {@code launcher.arguments}, and
 * calls the {@link Callable} with the property {@code main.thread}; its result is the exit status.
 */
@Component(service = Callable.class, property = "main.thread:Boolean=true")
public final class MainCommand implements Callable<Integer> {

    private final Verbs verbs;
    private final Map<String, Object> launch;

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
            @Reference(service = Object.class, target = "(launcher.arguments=*)")
                    Map<String, Object> launch) {
        this.verbs = verbs;
        this.launch = launch;
    }

    @Override
    public Integer call() {
        Session session =
                new Session(
                        (InputStream) launch.get("launcher.in"),
                        (PrintStream) launch.get("launcher.out"),
                        (PrintStream) launch.get("launcher.err"),
                        launch.get("launcher.columns") instanceof Integer columns
                                ? OptionalInt.of(columns)
                                : OptionalInt.empty(),
                        (Path) launch.get("launcher.directory"));
        return verbs.run(session, List.of((String[]) launch.get("launcher.arguments")));
    }
}
