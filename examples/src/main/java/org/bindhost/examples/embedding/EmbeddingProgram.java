package org.bindhost.examples.embedding;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Flow;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.Binder;
import org.bindhost.bind.Priority;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.MonikerClass;

/** Reads what a name denotes, a file, a URL or the time, in three ways. */
public final class EmbeddingProgram {

    private final Binder binder;

    private EmbeddingProgram(Binder binder) {
        this.binder = binder;
    }

    /**
     * Reads a name.
     *
     * @param arguments the name, such as {@code clock:UTC} or a file in the working directory
     * @throws Exception if that fails
     */
    public static void main(String... arguments) throws Exception {
        run(arguments[0], System.out);
    }

    static void run(String text, PrintStream out) throws Exception {
        // For what comes faster than it is read; whoever writes there deletes what it wrote.
        Path spool = Files.createTempDirectory("bindhost-");
        var drivers = ServiceLoader.load(MonikerClass.class); // those on the class path
        try (var core = BindCore.open("embedding-program", CoreSettings.defaults(spool), drivers)) {
            Moniker name = core.monikers().parse(text);
            var program = new EmbeddingProgram(core.binder());
            out.println(program.readAtOnce(name) + " bytes at once");
            out.println(program.readAsTheyCome(name) + " bytes as they came");
            out.println(program.subscribe(name) + " bytes as they were asked for");
        } finally {
            closeAll(drivers); // the engine does not, it was only lent them
            Files.delete(spool);
        }
    }

    /** A context without a callback binds synchronously: all has come when the call returns. */
    private long readAtOnce(Moniker name) throws Exception {
        try (var context = binder.createBindContext(BindOptions.DEFAULT)) {
            var result = binder.bindToStorage(name, context, InputStream.class);
            try (InputStream in = result.await()) {
                return in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Asynchronous, by pull: the first bytes are here, the next move when these were read. */
    private long readAsTheyCome(Moniker name) throws Exception {
        try (var context = binder.createBindContext(BindOptions.DEFAULT)) {
            context.registerCallback(() -> BindInfo.PULL); // the shortest callback there is
            var result = binder.bindToStorage(name, context, InputStream.class);
            try (InputStream in = result.await()) {
                return in.transferTo(OutputStream.nullOutputStream()); // waits, on our own thread
            }
        }
    }

    /** The same as a flow of buffers, and ahead of all that is less urgent. */
    private long subscribe(Moniker name) throws Exception {
        var urgent = BindOptions.DEFAULT.withPriority(Priority.URGENT);
        try (var context = binder.createBindContext(urgent)) {
            context.registerCallback(() -> BindInfo.PULL);
            var counter = new ByteCounter();
            var result = binder.bindToStorage(name, context, Flow.Publisher.class);
            ofBuffers(result.await()).subscribe(counter);
            return counter.total().toCompletableFuture().join();
        }
    }

    /** A class literal cannot say of what; Binder.bindToStorage says it. */
    @SuppressWarnings("unchecked")
    private static Flow.Publisher<ByteBuffer> ofBuffers(Flow.Publisher<?> publisher) {
        return (Flow.Publisher<ByteBuffer>) publisher;
    }

    private static void closeAll(Iterable<MonikerClass> drivers) throws Exception {
        for (var driver : drivers) {
            if (driver instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
