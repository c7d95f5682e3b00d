package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many bodies of one origin at once, half of them left unread for good: over HTTP/2, where they
 * share the window of a connection, and over connections of their own.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ManyBodiesTest {

    private static final int BODY_BYTES = Integer.getInteger("many.bytes", 8 << 20);

    /** Half of them left hold up more than the window that one connection usually has. */
    private static final int BODIES = Integer.getInteger("many.bodies", 48);

    @TempDir Path directory;

    private final TestServer server = new TestServer();
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<BindContext> contexts = new ConcurrentLinkedQueue<>();
    private UrlMonikerClass urls;
    private BindCore core;

    @BeforeEach
    void open() throws Exception {
        Path keys = directory.resolve("keys.p12");
        TestKeys.make(keys);
        byte[] body = new byte[BODY_BYTES];
        for (int i = 0; i < BODIES; i++) {
            server.content("/body" + i, body);
        }
        server.secure(keys, "secret")
                .content("/first", new byte[1])
                .patient() // or it would end those that are left, and so let the others go on
                .start();
        var trusting = HttpSettings.defaults().trusting(new KeyFile(keys, "secret"));
        urls = new UrlMonikerClass(trusting);
        core = BindCore.open("test", CoreSettings.defaults(directory), List.of(urls));
    }

    @AfterEach
    void close() {
        contexts.forEach(BindContext::close);
        core.close();
        urls.close();
        server.close();
        readers.shutdownNow();
    }

    private <T> CompletableFuture<T> bind(String url, BindInfo info, Class<T> type)
            throws BindException, MonikerSyntaxException {
        var context = core.binder().createBindContext(BindOptions.DEFAULT);
        contexts.add(context);
        context.registerCallback(new Recorder(info));
        var result = core.binder().bindToStorage(core.monikers().parse(url), context, type);
        return result.content().toCompletableFuture();
    }

    /** Reads a little, and no more: the body stays open. */
    private Future<Long> leave(String url) {
        return readers.submit(
                () -> {
                    InputStream in = bind(url, BindInfo.PULL, InputStream.class).join();
                    return (long) in.readNBytes(1_000).length;
                });
    }

    private Future<Long> pull(String url) {
        return readers.submit(
                () -> {
                    try (var in = bind(url, BindInfo.PULL, InputStream.class).join()) {
                        return in.transferTo(new CheckedSlowly());
                    }
                });
    }

    private Future<Long> push(String url) {
        return readers.submit(() -> Files.size(bind(url, BindInfo.PUSH, Path.class).join()));
    }

    private void assertAllCome(String url) throws Exception {
        List<Future<Long>> left = new ArrayList<>();
        List<Future<Long>> read = new ArrayList<>();
        for (int i = 0; i < BODIES; i += 4) {
            left.add(leave(url + i)); // each by a name of its own, or all would be one fetch
            left.add(leave(url + (i + 1)));
            read.add(pull(url + (i + 2)));
            read.add(push(url + (i + 3)));
        }

        for (Future<Long> size : read) {
            assertThat(size.get()).isEqualTo(BODY_BYTES);
        }
        for (Future<Long> size : left) {
            assertThat(size.get()).isEqualTo(1_000);
        }
    }

    @Test
    void bodiesLeftUnreadDoNotStopOthersOnTheirConnection() throws Exception {
        push(server.secureUrl("/first")).get(); // or each of the next would begin a connection

        assertAllCome(server.secureUrl("/body"));

        assertThat(server.requests()).hasSize(BODIES + 1).allMatch(r -> r.contains("HTTP/2.0"));
    }

    @Test
    void bodiesLeftUnreadDoNotKeepOthersFromAConnection() throws Exception {
        assertAllCome(server.url("/body"));

        assertThat(server.requests()).hasSize(BODIES).allMatch(r -> r.contains("HTTP/1.1"));
    }

    /** What a slow reader does with bytes: it takes longer over them than they to come. */
    private static final class CheckedSlowly extends OutputStream {

        private long sum;

        @Override
        public void write(int b) throws IOException {
            sum += b;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            for (int round = 0; round < 10; round++) {
                for (int i = from; i < from + count; i++) {
                    write(bytes[i]);
                }
            }
            assertThat(sum).isZero();
        }
    }
}
