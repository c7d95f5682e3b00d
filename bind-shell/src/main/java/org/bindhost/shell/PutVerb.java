package org.bindhost.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.BindResult;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a file through a name. */
final class PutVerb implements Callable<Integer> {

    private static final String ITEM = "item";
    private static final String HINT = "; if no item is meant, write !! for the character !";

    private final Call call;

    @Parameters(index = "0", paramLabel = "FILE", description = "What to write.")
    private String file = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The name to write it through.")
    private String name = "";

    @Option(names = "--append", description = "Writes behind what is there already.")
    private boolean append;

    @Option(
            names = "--durable",
            description = "Ends when what was written would outlive a power cut.")
    private boolean durable;

    @Option(names = "--json", description = "Prints the result as one JSON value.")
    private boolean json;

    PutVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path source = call.session().directory().resolve(file);
        BindOptions options = BindOptions.DEFAULT.withMode(append ? Mode.APPEND : Mode.WRITE);
        BindInfo info = durable ? BindInfo.reading(BindFlag.DURABLE) : BindInfo.SYNCHRONOUS;
        Optional<Moniker> moniker = Optional.empty();
        try (InputStream bytes = Files.newInputStream(source);
                OpenContexts.Lease lease = call.contexts().open(call.engine().binder(), options)) {
            lease.context().registerCallback(() -> info);
            moniker = Optional.of(call.names().parse(name));
            BindResult<OutputStream> bind =
                    call.engine()
                            .binder()
                            .bindToStorage(moniker.get(), lease.context(), OutputStream.class);
            return tell(write(bytes, bind), Optional.empty());
        } catch (BindException | MonikerSyntaxException | IOException | ExecutionException e) {
            return tell(0, Optional.of(hinted(Failure.of(e), moniker)));
        }
    }

    /** Most likely no item was meant, but a new file with the character in its name. */
    private static Failure hinted(Failure failure, Optional<Moniker> moniker) {
        boolean isItem =
                moniker.filter(m -> m.isComposite() && m.last().monikerClass().equals(ITEM))
                        .isPresent();
        return isItem && failure.reason().equals(Reason.UNSUPPORTED.name())
                ? new Failure(failure.reason(), failure.message() + HINT)
                : failure;
    }

    /** Closing commits, so that the output is closed only if all went well. */
    private static long write(InputStream bytes, BindResult<OutputStream> bind)
            throws IOException, ExecutionException, InterruptedException {
        OutputStream out = bind.content().toCompletableFuture().get();
        boolean complete = false;
        try {
            long written = bytes.transferTo(out);
            out.close();
            complete = true;
            return written;
        } finally {
            if (!complete) {
                bind.binding().abort();
            }
        }
    }

    private int tell(long written, Optional<Failure> failure) {
        Session session = call.session();
        failure.ifPresent(f -> session.fail(name, f));
        if (json) {
            Json.print(
                    session.out(),
                    new Fields()
                            .with("ok", failure.isEmpty())
                            .with("file", file)
                            .with("name", name)
                            .with("bytes", written)
                            .with("reason", failure.map(Failure::reason))
                            .with("message", failure.map(Failure::message)));
        } else if (failure.isEmpty()) {
            session.tell("%s -> %s  %d".formatted(file, Shown.cell(name), written));
        }
        return failure.isEmpty() ? Status.OK : Status.FAILED;
    }
}
