package org.bindhost.bench.transfer.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import java.util.function.ToLongFunction;
import org.bindhost.bench.Engine;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Priority;

/** Ours: a program that binds names. */
public final class BindClient implements Client {

    private static final BindStatusCallback PULL = () -> BindInfo.PULL;
    private static final BindStatusCallback PUSH = () -> BindInfo.PUSH;
    private static final ToLongFunction<ByteBuffer> SIZE = ByteBuffer::remaining;

    private final Engine engine;
    private final Door door;
    private final BindContext pulls; // one for many, as a control has it

    private BindClient(Engine engine, Door door) {
        this.engine = engine;
        this.door = door;
        this.pulls = door.context(BindOptions.DEFAULT, PULL);
    }

    /** One that goes straight to the binder. */
    public static BindClient direct(Engine engine) {
        return new BindClient(engine, Door.binder(engine));
    }

    /** One that goes through a bind host. */
    public static BindClient mediated(Engine engine) {
        return new BindClient(engine, new HostDoor(engine));
    }

    /** Returns the engine. */
    public Engine engine() {
        return engine;
    }

    @Override
    public InputStream stream(String url) throws Exception {
        var context = door.context(BindOptions.DEFAULT, PULL);
        var stream = bind(url, context, PULL, InputStream.class).await();
        return new FilterInputStream(stream) {
            @Override
            public void close() throws IOException {
                super.close();
                context.close();
            }
        };
    }

    /** Binds to a stream by push, whether it is read or not. */
    public BindResult<InputStream> unread(String url) throws BindException {
        return bind(url, door.context(BindOptions.DEFAULT, PUSH), PUSH, InputStream.class);
    }

    @Override
    public Tap open(String url) throws Exception {
        return tapped(bind(url, pulls, PULL, Flow.Publisher.class), FlowTap.pulling(SIZE));
    }

    /** Opens a body that comes by push, of a priority. */
    public BindTap open(String url, Priority priority) throws Exception {
        var context = door.context(BindOptions.DEFAULT.withPriority(priority), PUSH);
        return tapped(bind(url, context, PUSH, Flow.Publisher.class), FlowTap.pushed(SIZE));
    }

    private static BindTap tapped(BindResult<?> result, FlowTap<ByteBuffer> tap) {
        result.content()
                .whenComplete(
                        (publisher, failure) -> {
                            if (failure == null) {
                                ofBuffers((Flow.Publisher<?>) publisher).subscribe(tap);
                            } else {
                                tap.onError(failure);
                            }
                        });
        return new BindTap(tap, result.binding());
    }

    /** A class literal cannot say of what; Binder.bindToStorage says it. */
    @SuppressWarnings("unchecked")
    private static Flow.Publisher<ByteBuffer> ofBuffers(Flow.Publisher<?> publisher) {
        return (Flow.Publisher<ByteBuffer>) publisher;
    }

    @Override
    public long push(String url) throws Exception {
        try (var context = door.context(BindOptions.DEFAULT, PUSH)) {
            var result = bind(url, context, PUSH, Flow.Publisher.class);
            return tapped(result, FlowTap.pushed(SIZE)).done().toCompletableFuture().get();
        }
    }

    @Override
    public long save(String url) throws Exception {
        try (var context = door.context(BindOptions.DEFAULT, PUSH)) {
            return Files.size(bind(url, context, PUSH, Path.class).await());
        }
    }

    /** Tells whether the file that a name is bound to is a given one, and not a copy. */
    public boolean isItself(Path file) throws Exception {
        try (var context = door.context(BindOptions.DEFAULT, PUSH)) {
            Path bound = bind(file.toString(), context, PUSH, Path.class).await();
            return Files.isSameFile(file, bound);
        }
    }

    private <T> BindResult<T> bind(
            String url, BindContext context, BindStatusCallback callback, Class<T> type)
            throws BindException {
        return door.bind(engine.name(url), context, callback, type);
    }

    @Override
    public void close() {
        pulls.close();
        engine.close();
    }
}
