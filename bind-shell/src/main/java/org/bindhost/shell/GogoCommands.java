package org.bindhost.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.felix.service.command.CommandSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The commands of the Gogo shell, scope {@code bind}: a method for each verb. A verb that fails has
 * said why on the error stream, and then throws, which is how a shell learns of it.
 */
@Component(
        service = GogoCommands.class,
        property = {
            "osgi.command.scope=bind",
            "osgi.command.function=get",
            "osgi.command.function=cat",
            "osgi.command.function=put",
            "osgi.command.function=stat",
            "osgi.command.function=parse",
            "osgi.command.function=drivers",
            "osgi.command.function=list",
            "osgi.command.function=suspend",
            "osgi.command.function=resume",
            "osgi.command.function=abort",
            "osgi.command.function=priority",
            "osgi.command.function=help"
        })
public final class GogoCommands {

    private final Verbs verbs;

    /**
     * Builds the component.
     *
     * @param verbs runs the verbs
     */
    @Activate
    public GogoCommands(@Reference Verbs verbs) {
        this.verbs = verbs;
    }

    /**
     * Runs {@code bind:get}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void get(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.GET, session, arguments);
    }

    /**
     * Runs {@code bind:cat}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void cat(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.CAT, session, arguments);
    }

    /**
     * Runs {@code bind:put}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void put(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.PUT, session, arguments);
    }

    /**
     * Runs {@code bind:stat}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void stat(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.STAT, session, arguments);
    }

    /**
     * Runs {@code bind:parse}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void parse(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.PARSE, session, arguments);
    }

    /**
     * Runs {@code bind:drivers}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void drivers(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.DRIVERS, session, arguments);
    }

    /**
     * Runs {@code bind:list}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void list(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.LIST, session, arguments);
    }

    /**
     * Runs {@code bind:suspend}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void suspend(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.SUSPEND, session, arguments);
    }

    /**
     * Runs {@code bind:resume}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void resume(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.RESUME, session, arguments);
    }

    /**
     * Runs {@code bind:abort}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void abort(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.ABORT, session, arguments);
    }

    /**
     * Runs {@code bind:priority}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void priority(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.PRIORITY, session, arguments);
    }

    /**
     * Runs {@code bind:help}.
     *
     * @param session the shell's
     * @param arguments what follows the verb
     * @throws VerbFailedException if the verb failed
     */
    public void help(CommandSession session, Object... arguments) throws VerbFailedException {
        run(Verb.HELP, session, arguments);
    }

    private void run(Verb verb, CommandSession shell, Object... arguments)
            throws VerbFailedException {
        List<String> words = new ArrayList<>(List.of(verb.word()));
        Arrays.stream(arguments).map(String::valueOf).forEach(words::add);
        int status = verbs.run(session(shell), words);
        if (status != Status.OK) {
            throw new VerbFailedException(verb.word(), status);
        }
    }

    /** Gogo gives each thread of a command streams of its own under the names of the JVM's. */
    private static Session session(CommandSession shell) {
        return new Session(
                System.in,
                System.out,
                System.err,
                columns(shell.get("COLUMNS")),
                shell.currentDir().toAbsolutePath());
    }

    private static OptionalInt columns(Object variable) {
        return variable instanceof Integer width && width > 0
                ? OptionalInt.of(width)
                : OptionalInt.empty();
    }
}
