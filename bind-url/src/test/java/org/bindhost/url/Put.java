package org.bindhost.url;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Upload;

/** Writes to a URL within its demand, as the engine does. One thread writes. */
final class Put implements Upload.Demand {

    private final Upload upload;
    private final CompletableFuture<Void> failed = new CompletableFuture<>();
    private long granted;
    private long used;

    private Put(Upload upload) {
        this.upload = upload;
    }

    static Put to(UrlMonikerClass urls, String url) throws BindException {
        return to(urls, Opened.request(url));
    }

    static Put to(UrlMonikerClass urls, OpenRequest request) throws BindException {
        var put = new Put(await(urls.create(request)));
        put.upload.start(put);
        return put;
    }

    static <T> T await(CompletionStage<T> stage) throws BindException {
        try {
            return stage.toCompletableFuture().orTimeout(10, SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BindException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** So many bytes that count up from where the last ones ended. */
    Put write(long count) throws Exception {
        long end = used + count;
        while (used < end) {
            int length = (int) Math.min(take(), end - used);
            var bytes = ByteBuffer.allocate(length);
            for (int i = 0; i < length; i++) {
                bytes.put((byte) (used + i));
            }
            upload.write(bytes.flip());
            used += length;
        }
        return this;
    }

    void commit() throws BindException {
        await(upload.commit());
    }

    void abort() {
        upload.abort();
    }

    /** What the driver says before it is asked. */
    Put awaitFailure() throws BindException {
        await(failed);
        return this;
    }

    synchronized long granted() {
        return granted;
    }

    private synchronized long take() throws InterruptedException {
        while (granted == used && !failed.isDone()) {
            wait();
        }
        return failed.isDone() ? 1000 : granted - used;
    }

    @Override
    public synchronized void request(long bytes) {
        granted += bytes;
        notifyAll();
    }

    @Override
    public synchronized void fail(BindException failure) {
        failed.completeExceptionally(failure);
        notifyAll();
    }
}
