package org.bindhost.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.moniker.MonikerSyntaxException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the bytes of a name to the output as they are pulled. */
final class CatVerb implements Callable<Integer> {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final Call call;

    @Parameters(paramLabel = "NAME", description = "What to write.")
    private String name = "";

    @Option(
            names = "--compressed",
            description = "Lets the server compress; what breaks off then cannot be resumed.")
    private boolean compressed;

    CatVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws InterruptedException {
        BindOptions options = BindOptions.DEFAULT.withExecutor(call.workers());
        try (OpenContexts.Lease lease = call.contexts().open(call.engine().binder(), options)) {
            BindInfo info = Reading.of(BindInfo.PULL, compressed);
            BindStatusCallback pulling = () -> info;
            lease.context().registerCallback(pulling);
            return copy(
                    call.engine()
                            .binder()
                            .bindToStorage(
                                    call.names().parse(name), lease.context(), InputStream.class));
        } catch (BindException | MonikerSyntaxException | IOException | ExecutionException e) {
            return call.session().fail(name, e);
        }
    }

    /** The end of the stream comes before that of the bind, and closing between would abort. */
    private int copy(BindResult<InputStream> bind)
            throws IOException, ExecutionException, InterruptedException, BindException {
        try (InputStream bytes = bind.content().toCompletableFuture().get()) {
            if (!copy(bytes, call.session().out())) {
                // Whoever read the output has gone, and needs no telling.
                bind.binding().abort();
                return Status.FAILED;
            }
            Optional<BindException> failure =
                    Failure.of(bind.binding().completion().toCompletableFuture().get());
            if (failure.isPresent()) {
                throw failure.get();
            }
            return Status.OK;
        }
    }

    private static boolean copy(InputStream in, PrintStream out) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            out.write(chunk, 0, count);
            if (out.checkError()) {
                return false;
            }
        }
        return true;
    }
}
