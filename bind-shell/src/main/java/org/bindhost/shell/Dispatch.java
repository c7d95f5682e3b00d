package org.bindhost.shell;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.Priority;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Reads the words of a call, and runs the verb they ask for. */
final class Dispatch {

    private Dispatch() {}

    /** Runs what the first word says with the others as arguments, and returns the exit status. */
    static int run(List<String> words, Call call) {
        String first = words.isEmpty() ? "--help" : words.get(0);
        if (first.equals("--help") || first.equals("-h")) {
            return run(Verb.HELP, List.of(), call);
        }
        Optional<Verb> verb = Verb.find(first);
        if (verb.isEmpty()) {
            call.session()
                    .complain("no verb " + Shown.name(first) + "; 'bindhost help' lists them");
            return Status.USAGE;
        }
        return run(verb.get(), words.subList(1, words.size()), call);
    }

    private static int run(Verb verb, List<String> arguments, Call call) {
        int status = commandLine(verb, call).execute(arguments.toArray(String[]::new));
        call.session().out().flush();
        return status;
    }

    static CommandLine commandLine(Verb verb, Call call) {
        Session session = call.session();
        CommandLine line =
                new CommandLine(verb.prepare(call))
                        .addMixin("help", new HelpOption())
                        .registerConverter(Priority.class, new PriorityConverter())
                        .setCommandName("bindhost " + verb.word())
                        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                        .setOut(writer(session.out()))
                        .setErr(writer(session.err()))
                        .setParameterExceptionHandler(
                                (e, args) -> misused(verb, session, e.getMessage()))
                        .setExecutionExceptionHandler((e, self, args) -> ended(verb, session, e));
        line.getCommandSpec().usageMessage().description("It " + verb.summary() + ".");
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()));
    }

    private static int misused(Verb verb, Session session, String message) {
        session.complain(verb.word() + ": " + message);
        return Status.USAGE;
    }

    /** The last resort of every verb: whatever was not foreseen is said in a line, too. */
    private static int ended(Verb verb, Session session, Exception e) {
        if (e instanceof UsageException) {
            return misused(verb, session, e.getMessage());
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return session.fail(verb.word(), new Failure("ABORTED", "interrupted"));
        }
        return session.fail(verb.word(), e);
    }
}
