package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.Retrying;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real connections that break, and what is asked for after that. */
@Timeout(60)
class BrokenOffTest {

    private static final int LENGTH = 1_000_000;
    private static final int REACHED = 300_000;
    private static final Retrying SOON =
            new Retrying(4, Duration.ofMillis(1), Duration.ofSeconds(5));

    @TempDir Path directory;

    private final byte[] content = new byte[LENGTH];
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final TestServer server = new TestServer();
    private UrlMonikerClass urls;
    private BindCore core;

    @BeforeEach
    void open() throws Exception {
        new Random(5).nextBytes(content);
        Path keys = directory.resolve("keys.p12");
        TestKeys.make(keys);
        server.secure(keys, "secret").on("/a", this::answer).start();
        var trust = new KeyFile(keys, "secret");
        urls = new UrlMonikerClass(HttpSettings.defaults().trusting(trust));
        var settings = CoreSettings.defaults(directory).withRetrying(SOON);
        core = BindCore.open("test", settings, List.of(urls));
    }

    @AfterEach
    void close() {
        core.close();
        urls.close();
        server.close();
    }

    private interface Answer {
        void to(Request request, Response response, Callback done);
    }

    private Answer first = this::breakOff;
    private Answer later = this::rest;

    private void answer(Request request, Response response, Callback done) {
        var fields = request.getHeaders();
        asked.add(fields.get(HttpHeader.RANGE) + " if " + fields.get(HttpHeader.IF_RANGE));
        response.getHeaders().put(HttpHeader.ETAG, "\"1\"");
        response.getHeaders().put(HttpHeader.ACCEPT_RANGES, "bytes");
        (count.getAndIncrement() == 0 ? first : later).to(request, response, done);
    }

    private void breakOff(Request request, Response response, Callback done) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, LENGTH);
        response.write(
                false,
                ByteBuffer.wrap(content, 0, REACHED),
                Callback.from(() -> done.failed(new IOException("planned by the test"))));
    }

    private void rest(Request request, Response response, Callback done) {
        String range = request.getHeaders().get(HttpHeader.RANGE);
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        response.setStatus(206);
        response.getHeaders()
                .put(HttpHeader.CONTENT_RANGE, "bytes " + from + "-" + (LENGTH - 1) + "/" + LENGTH);
        response.write(true, ByteBuffer.wrap(content, from, LENGTH - from), done);
    }

    private void whole(Request request, Response response, Callback done) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, LENGTH);
        response.write(true, ByteBuffer.wrap(content), done);
    }

    private void changed(Request request, Response response, Callback done) {
        response.getHeaders().put(HttpHeader.ETAG, "\"2\"");
        whole(request, response, done);
    }

    private void busy(Request request, Response response, Callback done) {
        response.setStatus(503);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        response.write(true, ByteBuffer.allocate(0), done);
    }

    private byte[] read(boolean secure) throws Exception {
        String url = secure ? server.secureUrl("/a") : server.url("/a");
        try (var context = core.binder().createBindContext(BindOptions.DEFAULT);
                var in =
                        core.binder()
                                .bindToStorage(
                                        core.monikers().parse(url), context, InputStream.class)
                                .await()) {
            return in.readAllBytes();
        }
    }

    private void assertFails(Reason reason) {
        assertThatThrownBy(() -> read(false))
                .asInstanceOf(throwable(BindException.class))
                .extracting(BindException::reason)
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBodyThatBreaksOffGoesOnUnderItsTag(boolean secure) throws Exception {
        assertThat(read(secure)).isEqualTo(content);

        assertThat(asked).hasSize(2).startsWith("null if null");
        Optional<String> second = asked.stream().skip(1).findFirst();
        assertThat(second.orElseThrow()).matches("bytes=[1-9]\\d*- if \"1\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerThatSendsEverythingAnewIsReadUpToThere(boolean secure) throws Exception {
        later = this::whole;

        assertThat(read(secure)).isEqualTo(content);
    }

    @Test
    void twoStatesAreNeverMixed() {
        later = this::changed;

        assertFails(Reason.CHANGED);
    }

    @Test
    void aPartOfAnotherStateIsNotTaken() {
        later =
                (request, response, done) -> {
                    response.getHeaders().put(HttpHeader.ETAG, "\"2\"");
                    rest(request, response, done);
                };

        assertFails(Reason.CHANGED);
    }

    @Test
    void aServerThatIsBusyIsAskedAgainWhenItSays() throws Exception {
        first = this::busy;
        later = this::whole;
        long began = System.nanoTime();

        assertThat(read(false)).isEqualTo(content);

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofMillis(999));
        assertThat(asked).hasSize(2);
    }

    @Test
    void aServerThatStaysBusyIsGivenUp() {
        first =
                (request, response, done) -> {
                    response.setStatus(429);
                    response.write(true, ByteBuffer.allocate(0), done);
                };
        later = first;

        assertFails(Reason.BUSY);
        assertThat(asked).hasSize(1 + SOON.attempts());
    }
}
