package org.bindhost.bench.transfer.client;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.io.Content;

/** Reads Jetty's source by demand. */
final class JettyTap implements Response.ContentSourceListener, Tap {

    private final Request request;
    private final Consumer<ByteBuffer> taker;
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private volatile long taken;
    private Content.Source source;
    private boolean held;
    private boolean owed;

    private JettyTap(Request request, Consumer<ByteBuffer> taker) {
        this.request = request;
        this.taker = taker;
    }

    /** Sends a request and takes its answer. */
    static JettyTap of(Request request, Consumer<ByteBuffer> taker) {
        var tap = new JettyTap(request, taker);
        request.onResponseContentSource(tap).send(result -> end(result, tap.done, tap.taken));
        return tap;
    }

    static void end(Result result, CompletableFuture<Long> done, long taken) {
        if (result.isFailed()) {
            done.completeExceptionally(result.getFailure());
        } else {
            done.complete(taken);
        }
    }

    @Override
    public void onContentSource(Response response, Content.Source itsSource) {
        source = itsSource;
        drain();
    }

    private void drain() {
        while (mayRead()) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this::drain);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return; // the end of the exchange tells
            }
            take(chunk);
            if (chunk.isLast()) {
                return;
            }
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time
    private void take(Content.Chunk chunk) {
        taken += chunk.remaining();
        taker.accept(chunk.getByteBuffer());
        chunk.release();
    }

    private synchronized boolean mayRead() {
        owed = held;
        return !held;
    }

    @Override
    public long taken() {
        return taken;
    }

    @Override
    public synchronized void hold() {
        held = true;
    }

    @Override
    public void go() {
        boolean read;
        synchronized (this) {
            held = false;
            read = owed;
            owed = false;
        }
        if (read) {
            drain();
        }
    }

    @Override
    public void abort() {
        var unused = request.abort(new InterruptedException("enough"));
    }

    @Override
    public CompletionStage<Long> done() {
        return done;
    }

    @Override
    public CompletionStage<?> stopped() {
        return done.handle((length, failure) -> length);
    }
}
