package org.bindhost.shell;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a name is, from what a bind learns before its data. */
final class StatVerb implements Callable<Integer> {

    private final Call call;

    @Parameters(paramLabel = "NAME", description = "The name to look at.")
    private String name = "";

    @Option(names = "--json", description = "Prints the result as one JSON value.")
    private boolean json;

    StatVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws InterruptedException {
        BindOptions options = BindOptions.DEFAULT.withExecutor(call.workers());
        try (OpenContexts.Lease lease = call.contexts().open(call.engine().binder(), options)) {
            Moniker moniker = call.names().parse(name);
            FirstSight sight = new FirstSight();
            lease.context().registerCallback(sight);
            BindResult<Flow.Publisher<ByteBuffer>> bind =
                    call.engine()
                            .binder()
                            .bindToStorage(moniker, lease.context(), Attempt.PUBLISHER);
            FirstSight.Seen seen = sight.seen().get();
            bind.binding().abort();
            print(moniker, seen);
            return Status.OK;
        } catch (BindException | MonikerSyntaxException | ExecutionException e) {
            return call.session().fail(name, e);
        }
    }

    private void print(Moniker moniker, FirstSight.Seen seen) {
        String asynchrony =
                call.engine().monikers().isAsynchronous(moniker).name().toLowerCase(Locale.ROOT);
        if (json) {
            Json.print(
                    call.session().out(),
                    new Fields()
                            .with("name", moniker.displayName())
                            .with("class", moniker.last().monikerClass())
                            .with("asynchrony", asynchrony)
                            .with("length", seen.length())
                            .with("mediaType", seen.mediaType()));
            return;
        }
        Table table = new Table("name", moniker.displayName());
        table.add("class", moniker.last().monikerClass());
        table.add("asynchrony", asynchrony);
        table.add(
                "length",
                seen.length().isPresent() ? Long.toString(seen.length().getAsLong()) : "unknown");
        table.add("media type", seen.mediaType().orElse("unknown"));
        table.print(call.session().out());
    }
}
