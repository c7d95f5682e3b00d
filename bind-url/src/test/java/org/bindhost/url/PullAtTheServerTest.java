package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.testkit.Recorder;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How far a server is ahead of its reader: E-02 and E-03, seen from the server. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PullAtTheServerTest {

    private static final long LENGTH = 96 << 20;
    private static final int STEP = 1 << 20;

    /** A portion of ours, and what the buffers of two sockets on loopback may grow to. */
    private static final long BOUND = 24 << 20;

    @TempDir Path directory;

    private final TestServer server = new TestServer();
    private final UrlMonikerClass urls = new UrlMonikerClass();
    private final AtomicLong sentToPull = new AtomicLong();
    private final AtomicLong sentToPush = new AtomicLong();
    private BindCore core;
    private BindContext context;

    /** Sends a large body, counting what was taken from it. */
    private static final class Sending extends IteratingCallback {

        private static final int CHUNK = 64 * 1024;

        private final AtomicLong sent;
        private final Response response;
        private final Callback done;
        private long at;

        Sending(AtomicLong sent, Response response, Callback done) {
            this.sent = sent;
            this.response = response;
            this.done = done;
        }

        @Override
        protected Action process() {
            sent.set(at);
            if (at == LENGTH) {
                return Action.SUCCEEDED;
            }
            at += CHUNK;
            response.write(at == LENGTH, ByteBuffer.allocate(CHUNK), this);
            return Action.SCHEDULED;
        }

        @Override
        protected void onCompleteSuccess() {
            done.succeeded();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            done.failed(cause);
        }
    }

    @BeforeEach
    void open() throws IOException {
        core = BindCore.open("test", CoreSettings.defaults(directory), List.of(urls));
        context = core.binder().createBindContext(BindOptions.DEFAULT);
        server.on("/pull", sending(sentToPull)).on("/push", sending(sentToPush)).start();
    }

    private static TestServer.Handler sending(AtomicLong sent) {
        return (request, response, done) -> {
            response.getHeaders().put("Content-Length", LENGTH);
            new Sending(sent, response, done).iterate();
        };
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
        urls.close();
        server.close();
    }

    private InputStream bind(String path, Recorder recorder) throws Exception {
        context.registerCallback(recorder);
        var name = core.monikers().parse(server.url(path));
        return core.binder().bindToStorage(name, context, InputStream.class).await();
    }

    /** While it waits another one has all the time to be pushed to its end. */
    @Test
    void aPullStandsStillWhileAPushIsDrivenToItsEnd() throws Exception {
        var pulled = new Recorder(BindInfo.PULL);
        var pushed = new Recorder(BindInfo.PUSH);
        var slow = bind("/pull", pulled);
        assertThat(slow.readNBytes(STEP)).hasSize(STEP);

        var unread = bind("/push", pushed);
        pushed.stopped().toCompletableFuture().get();

        assertThat(pushed.heard()).endsWith("stop:COMPLETED " + LENGTH);
        assertThat(sentToPush).hasValueGreaterThanOrEqualTo(LENGTH - Sending.CHUNK);
        assertThat(unread.read()).isZero();
        assertThat(sentToPull.get() - STEP).isLessThan(BOUND);
    }

    @Test
    void aPullGoesOnAsItIsRead() throws Exception {
        var recorder = new Recorder(BindInfo.PULL);
        var in = bind("/pull", recorder);

        assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(LENGTH);
        recorder.stopped().toCompletableFuture().get();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
    }
}
