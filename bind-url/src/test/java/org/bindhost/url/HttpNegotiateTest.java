package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D-28, through the engine: a client sees and has a say before any data. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HttpNegotiateTest {

    @TempDir Path directory;

    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private final TestServer server = new TestServer().on("/a", this::answer);
    private final TestServer other = new TestServer().on("/a", this::answer);
    private final Queue<String> askedWho = new ConcurrentLinkedQueue<>();
    private final UrlMonikerClass urls =
            new UrlMonikerClass(
                    Map.of("credentials.cleartext", true),
                    List.of(
                            challenge -> {
                                askedWho.add(challenge.scheme());
                                return CompletableFuture.completedFuture(Optional.empty());
                            }));
    private BindCore core;
    private BindContext context;

    @BeforeEach
    void open() throws IOException {
        core = BindCore.open("test", CoreSettings.defaults(directory), List.of(urls));
        context = core.binder().createBindContext(BindOptions.DEFAULT);
        server.start();
        other.start();
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
        urls.close();
        server.close();
        other.close();
    }

    /** Wants {@code X-Key: open}, and has what {@code If-None-Match: "1"} names. */
    private void answer(Request request, Response response, Callback done) {
        var fields = request.getHeaders();
        taken.add(request.getMethod() + " key=" + fields.get("X-Key"));
        response.getHeaders().put("X-Answer", "yes").put(HttpHeader.ETAG, "\"1\"");
        if (fields.contains(HttpHeader.IF_NONE_MATCH)) {
            response.setStatus(304);
        } else if (fields.contains(HttpHeader.IF_MATCH)) {
            response.setStatus(412);
        } else if (!"open".equals(fields.get("X-Key"))) {
            response.setStatus(401);
        }
        Runnable write = () -> response.write(true, body(response), done);
        Content.Source.consumeAll(request, Callback.from(write, done::failed));
    }

    private static ByteBuffer body(Response response) {
        return ByteBuffer.wrap(response.getStatus() == 304 ? new byte[0] : "done".getBytes(UTF_8));
    }

    private BindOutcome bind(String url, Hooked client) throws Exception {
        context.registerCallback(client);
        var unused =
                core.binder().bindToStorage(core.monikers().parse(url), context, InputStream.class);
        return client.stopped.get();
    }

    private static void assertFailed(BindOutcome outcome, Reason reason, String text) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        BindOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.cause().reason()).isEqualTo(reason);
                            assertThat(failed.cause()).hasMessageContaining(text);
                        });
    }

    @Test
    void theClientIsAskedInOrderBeforeAnyData() throws Exception {
        var client = new Hooked(BindInfo.PUSH).adding("X-Key", "open");

        assertThat(bind(server.url("/a"), client)).isEqualTo(new BindOutcome.Completed(4));

        assertThat(client.heard.stream().distinct())
                .containsExactly(
                        "begin " + server.url("/a") + " accept=[*/*]",
                        "response 200 [yes]",
                        "data",
                        "stop");
        assertThat(client.threads).noneMatch(name -> name.startsWith("bindhost-url"));
        assertThat(taken).containsExactly("GET key=open");
    }

    @Test
    void anAnswerMayBeAskedForAgainWithMore() throws Exception {
        var client = new Hooked(BindInfo.PUSH).thenAdding("X-Key", "open");

        assertThat(bind(server.url("/a"), client)).isEqualTo(new BindOutcome.Completed(4));

        assertThat(client.heard).contains("response 401 [yes]", "response 200 [yes]");
        assertThat(taken).containsExactly("GET key=null", "GET key=open");
    }

    @Test
    void aBodyThatCanBeReadAgainIsSentAgain() throws Exception {
        var client = new Hooked(new Sent(5).by("POST")).thenAdding("X-Key", "open");

        assertThat(bind(server.url("/a"), client)).isEqualTo(new BindOutcome.Completed(4));

        assertThat(taken).containsExactly("POST key=null", "POST key=open");
    }

    @Test
    void aBodyThatCannotBeReadAgainIsNotSentAgain() throws Exception {
        var client = new Hooked(new Sent(5).once().by("POST")).thenAdding("X-Key", "open");

        assertFailed(bind(server.url("/a"), client), Reason.UNSUPPORTED, "cannot be read again");

        assertThat(taken).containsExactly("POST key=null");
    }

    @Test
    void whatTheClientThrowsIsTheOutcome() throws Exception {
        var client =
                new Hooked(BindInfo.PUSH).refusing(new BindException(Reason.CHANGED, "no thanks"));

        assertFailed(bind(server.url("/a"), client), Reason.CHANGED, "no thanks");

        assertThat(client.heard).doesNotContain("data").contains("stop");
    }

    @Test
    void anAnswerThatNobodyHandlesIsWhatItWouldBe() throws Exception {
        assertFailed(
                bind(server.url("/missing"), new Hooked(BindInfo.PUSH)), Reason.NOT_FOUND, "404");
    }

    @Test
    void oneQuestionIsNotSentWithoutEnd() throws Exception {
        var client = new Hooked(BindInfo.PUSH);
        for (int i = 0; i < 10; i++) {
            client.thenAdding("X-Try", "" + i);
        }

        assertFailed(bind(server.url("/a"), client), Reason.CALLBACK_FAILED, "without end");

        assertThat(taken).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "Host, a, host",
        "content-length, 5, content-length",
        "Transfer-Encoding, chunked, trans",
        "Range, bytes=1-, range",
        "If-Range, x, if-range",
        "Connection, close, connection",
        "Proxy-Authorization, x, proxy-",
        "Accept-Encoding, gzip, accept-",
        "TE, trailers, te",
        "Upgrade, h2c, upgrade",
        "Expect, 100-continue, expect",
        "'a b', c, a name",
        "'', c, a name",
        "':path', /, a name",
        "X-Ä, c, a name",
        "'X:', c, a name",
        "X, ä, a value"
    })
    void whatIsNotTheClientsToSetIsRefused(String name, String value, String text)
            throws Exception {
        var client = new Hooked(BindInfo.PUSH).adding(name, value);

        assertFailed(bind(server.url("/a"), client), Reason.CALLBACK_FAILED, text);

        assertThat(taken).isEmpty();
    }

    @Test
    void aFieldCannotBeginAnother() throws Exception {
        var client = new Hooked(BindInfo.PUSH).adding("X", "secret\r\nHost: other");

        var outcome = bind(server.url("/a"), client);

        assertFailed(outcome, Reason.CALLBACK_FAILED, "a value");
        assertThat(outcome.toString()).doesNotContain("secret");
        assertThat(taken).isEmpty();
    }

    @Test
    void fieldsWithoutEndAreRefused() throws Exception {
        var client = new Hooked(BindInfo.PUSH).adding("X", "x".repeat(20_000));

        assertFailed(bind(server.url("/a"), client), Reason.CALLBACK_FAILED, "too long");
    }

    @Test
    void whatIsAddedStaysAtItsOrigin() throws Exception {
        server.redirect("/moved", 302, other.url("/a"));
        var client = new Hooked(BindInfo.PUSH).adding("X-Key", "open");

        assertFailed(bind(server.url("/moved"), client), Reason.ACCESS_DENIED, "401");

        assertThat(taken).containsExactly("GET key=null");
        assertThat(client.heard)
                .containsExactly(
                        "begin " + server.url("/moved") + " accept=[*/*]",
                        "response 302 []",
                        "response 401 [yes]",
                        "stop");
    }

    @Test
    void nothingIsAddedElsewhereAfterAnAnswerEither() throws Exception {
        server.redirect("/moved", 302, other.url("/a"));
        var client = new Hooked(BindInfo.PUSH).thenNothing().thenAdding("X-Key", "open");

        assertFailed(bind(server.url("/moved"), client), Reason.DENIED_BY_POLICY, "is elsewhere");

        assertThat(taken).containsExactly("GET key=null");
    }

    @Test
    void atTheSameOriginARedirectIsAskedAboutAgain() throws Exception {
        server.redirect("/moved", 302, "/a");
        var client = new Hooked(BindInfo.PUSH).adding("X-Key", "open");

        assertThat(bind(server.url("/moved"), client)).isEqualTo(new BindOutcome.Completed(4));
    }

    @Test
    void whatTheClientHasAlreadyDoesNotCome() throws Exception {
        var client = new Hooked(BindInfo.PUSH).adding("If-None-Match", "\"1\"");

        assertFailed(bind(server.url("/a"), client), Reason.NOT_MODIFIED, "304 Not Modified");
    }

    @Test
    void anotherStateThanTheClientWantsIsAChange() throws Exception {
        var client = new Hooked(BindInfo.PUSH).adding("If-Match", "\"2\"");

        assertFailed(bind(server.url("/a"), client), Reason.CHANGED, "412");
    }

    /** Each has asked for something of its own. */
    @Test
    void bindsOfClientsThatAreAskedShareNothing() throws Exception {
        var name = core.monikers().parse(server.url("/a"));
        var first = new Hooked(BindInfo.PULL).adding("X-Key", "open");
        var second = new Hooked(BindInfo.PULL).adding("X-Key", "shut");
        context.registerCallback(first);
        var one = core.binder().bindToStorage(name, context, InputStream.class);
        context.registerCallback(second);
        var two = core.binder().bindToStorage(name, context, InputStream.class);

        assertFailed(second.stopped.get(), Reason.ACCESS_DENIED, "401");
        assertThat(one.content().toCompletableFuture().get().readAllBytes())
                .isEqualTo("done".getBytes(UTF_8));
        assertThatThrownBy(() -> two.content().toCompletableFuture().get())
                .hasCauseInstanceOf(BindException.class);
        assertThat(taken).hasSize(2);
    }

    @Test
    void whoWritesIsAskedTooAndNothingWrittenIsSentAgain() throws Exception {
        context.setOptions(BindOptions.DEFAULT.withMode(BindOptions.Mode.WRITE));
        var client = new Hooked(BindInfo.PUSH).thenAdding("X-Key", "open");
        context.registerCallback(client);
        var name = core.monikers().parse(server.url("/a"));
        var bind = core.binder().bindToStorage(name, context, OutputStream.class);

        write(bind.content().toCompletableFuture().get());

        assertFailed(client.stopped.get(), Reason.UNSUPPORTED, "cannot be read again");
        assertThat(client.heard).contains("response 401 [yes]");
        assertThat(taken).containsExactly("PUT key=null");
    }

    @Test
    void whoWritesMayAddAsWell() throws Exception {
        context.setOptions(BindOptions.DEFAULT.withMode(BindOptions.Mode.WRITE));
        var client = new Hooked(BindInfo.PUSH).adding("If-Match", "\"2\"");
        context.registerCallback(client);
        var name = core.monikers().parse(server.url("/a"));
        var bind = core.binder().bindToStorage(name, context, OutputStream.class);

        write(bind.content().toCompletableFuture().get());

        assertFailed(client.stopped.get(), Reason.CHANGED, "412");
    }

    private static void write(OutputStream out) {
        try (out) {
            out.write(1);
        } catch (IOException e) {
            assertThat(e).hasCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void aSynchronousBindAsksOnTheThreadOfItsCaller() throws Exception {
        var client = new Hooked(BindInfo.SYNCHRONOUS).adding("X-Key", "open");
        context.registerCallback(client);
        var name = core.monikers().parse(server.url("/a"));

        try (var in = core.binder().bindToStorage(name, context, InputStream.class).await()) {
            assertThat(in.readAllBytes()).isEqualTo("done".getBytes(UTF_8));
        }

        assertThat(client.threads).containsOnly(Thread.currentThread().getName());
    }

    /** And nobody else is asked, though somebody could be. */
    @Test
    void aClientMaySayItselfWhoAsks() throws Exception {
        var guarded = new Guarded("Bearer");
        server.on("/guarded", guarded);
        var right = new Hooked(BindInfo.PUSH).adding("Authorization", "Bearer t0ken");
        var wrong = new Hooked(BindInfo.PUSH).adding("authorization", "Bearer wrong");

        assertThat(bind(server.url("/guarded"), right)).isEqualTo(new BindOutcome.Completed(2));
        assertFailed(bind(server.url("/guarded"), wrong), Reason.ACCESS_DENIED, "401");
        assertThat(askedWho).isEmpty();

        bind(server.url("/guarded"), new Hooked(BindInfo.PUSH));
        assertThat(askedWho).containsExactly("bearer");
    }
}
