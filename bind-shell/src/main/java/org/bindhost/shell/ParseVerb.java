package org.bindhost.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bindhost.moniker.ParsedName;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how a name is understood, part by part. */
final class ParseVerb implements Callable<Integer> {

    private final Call call;

    @Parameters(paramLabel = "NAME", description = "The name to look at.")
    private String name = "";

    @Option(names = "--json", description = "Prints the result as one JSON value.")
    private boolean json;

    ParseVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        ParsedName parsed = call.names().examine(name);
        if (json) {
            Json.print(call.session().out(), fields(parsed));
        } else if (!parsed.steps().isEmpty()) {
            table(parsed).print(call.session().out());
        }
        remarks(parsed).forEach(remark -> call.session().complain(name, remark));
        parsed.problem().ifPresent(problem -> call.session().complain(name, problem));
        return parsed.problem().isEmpty() ? Status.OK : Status.FAILED;
    }

    /** Known before a bind fails for it, or somebody is deceived by it. */
    private static List<String> remarks(ParsedName parsed) {
        Stream<String> missing =
                parsed.steps().stream()
                        .flatMap(
                                step ->
                                        step.missing().stream()
                                                .map(
                                                        m ->
                                                                Shown.name(step.part().text())
                                                                        + " lacks "
                                                                        + m));
        return Stream.concat(missing, parsed.warnings().stream()).toList();
    }

    private static Table table(ParsedName parsed) {
        Table table = new Table("PART", "CLASS", "KEY", "DRIVER");
        parsed.steps()
                .forEach(
                        step ->
                                table.add(
                                        step.part().text(),
                                        step.part().monikerClass(),
                                        step.part().key(),
                                        step.driver()));
        return table;
    }

    private Fields fields(ParsedName parsed) {
        List<Fields> parts =
                parsed.steps().stream()
                        .map(
                                step ->
                                        new Fields()
                                                .with("text", step.part().text())
                                                .with("class", step.part().monikerClass())
                                                .with("key", step.part().key())
                                                .with("driver", step.driver())
                                                .with("missing", step.missing()))
                        .toList();
        Optional<String> asynchrony =
                parsed.moniker()
                        .map(m -> call.engine().monikers().isAsynchronous(m).name())
                        .map(word -> word.toLowerCase(Locale.ROOT));
        return new Fields()
                .with("ok", parsed.problem().isEmpty())
                .with("name", parsed.text())
                .with("parts", parts)
                .with("asynchrony", asynchrony)
                .with("understood", parsed.understood())
                .with("warnings", parsed.warnings())
                .with("problem", parsed.problem());
    }
}
