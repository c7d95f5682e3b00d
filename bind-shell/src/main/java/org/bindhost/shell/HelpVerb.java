package org.bindhost.shell;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/** Lists the verbs, or tells of one. */
final class HelpVerb implements Callable<Integer> {

    private final Call call;

    @Parameters(arity = "0..1", paramLabel = "VERB", description = "The verb to tell of.")
    private Optional<String> word = Optional.empty();

    HelpVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws UsageException {
        if (word.isPresent()) {
            Verb verb =
                    Verb.find(word.get())
                            .orElseThrow(() -> new UsageException("no verb " + word.get()));
            Dispatch.commandLine(verb, call).usage(call.session().out());
            return Status.OK;
        }
        call.session().out().println("Usage: bindhost VERB ...   (VERB --help tells more)");
        for (Verb verb : Verb.values()) {
            call.session().out().printf("  %-9s %s%n", verb.word(), verb.summary());
        }
        call.session()
                .out()
                .println("'bindhost shell' starts an interactive shell of these verbs.");
        return Status.OK;
    }
}
