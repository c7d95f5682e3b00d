package org.bindhost.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.Priority;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches names into files, all at once. */
final class GetVerb implements Callable<Integer> {

    private static final String SHA256 = "[0-9a-fA-F]{64}";

    private final Call call;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "What to fetch.")
    private List<String> names = List.of();

    @Option(
            names = "--to",
            paramLabel = "PATH",
            description = "A directory, or a file if there is one NAME.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--pull", description = "Moves data only as fast as it is written.")
    private boolean pull;

    @Option(
            names = "--priority",
            paramLabel = "P",
            description = "urgent, normal, background, or a weight from 1 to 256.")
    private Optional<Priority> priority = Optional.empty();

    @Option(
            names = "--sha256",
            paramLabel = "HEX",
            description = "Fails unless the file has this digest; for one NAME.")
    private Optional<String> sha256 = Optional.empty();

    @Option(
            names = "--continue",
            description = "Goes on with what an earlier run has left, and leaves what it can.")
    private boolean continues;

    @Option(names = "--json", description = "Prints the result as one JSON value.")
    private boolean json;

    GetVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws UsageException {
        if (sha256.isPresent() && (names.size() != 1 || !sha256.get().matches(SHA256))) {
            throw new UsageException("--sha256 takes 64 hexadecimal digits, and one NAME");
        }
        List<String> asked = names.stream().distinct().toList();
        Targets targets = Targets.of(call.session().directory(), to, asked.size());
        GetOutput output = new GetOutput(call.session(), json);
        List<TransferReport> reports = new ArrayList<>();
        List<Errand> errands = errands(asked, targets, reports);
        Targets.check(errands);
        if (!errands.isEmpty()) {
            targets.make();
        }
        reports.forEach(output::announce);
        reports.addAll(fetch(errands, output));
        return output.end(inOrder(reports));
    }

    /** Names that are not understood are reported at once; the others go on. */
    private List<Errand> errands(
            List<String> asked, Targets targets, List<TransferReport> refused) {
        Names parser = call.names();
        List<Errand> errands = new ArrayList<>();
        for (String name : asked) {
            try {
                Moniker moniker = parser.parse(name);
                errands.add(new Errand(name, moniker, targets.of(moniker), sha256, continues));
            } catch (MonikerSyntaxException e) {
                refused.add(TransferReport.refused(name, Failure.of(e)));
            }
        }
        return errands;
    }

    private List<TransferReport> fetch(List<Errand> errands, GetOutput output) {
        BindOptions options =
                BindOptions.DEFAULT
                        .withExecutor(call.workers())
                        .withPriority(priority.orElse(Priority.NORMAL));
        return new Gathering(call, output.bars(), output::announce)
                .run(errands, options, pull ? BindInfo.PULL : BindInfo.PUSH);
    }

    private List<TransferReport> inOrder(List<TransferReport> reports) {
        var byName = reports.stream().collect(Collectors.toMap(TransferReport::name, r -> r));
        return names.stream().distinct().map(byName::get).toList();
    }
}
