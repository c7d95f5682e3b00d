package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.Credentials;
import org.bindhost.bind.CredentialsProvider;
import org.bindhost.bind.Requester;
import org.bindhost.spi.Content;
import org.bindhost.spi.OpenRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-82: who asks is told to who wants to know, and to nobody else. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HttpCredentialsTest {

    private static final Credentials ME = new Credentials.Password("me", "s:cret");

    @TempDir static Path directory;

    private final TestServer server = new TestServer();
    private final TestServer other = new TestServer();
    private final List<UrlMonikerClass> made = new ArrayList<>();
    private final Queue<CredentialsProvider.Challenge> asked = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void makeKeys() throws Exception {
        TestKeys.make(keys());
    }

    private static Path keys() {
        return directory.resolve("keys.p12");
    }

    @BeforeEach
    void start() {
        server.secure(keys(), "secret").start();
        other.secure(keys(), "secret").start();
    }

    @AfterEach
    void stop() {
        made.forEach(UrlMonikerClass::close);
        server.close();
        other.close();
    }

    private UrlMonikerClass urls(Map<String, ?> more, CredentialsProvider... credentials) {
        var settings = new HashMap<String, Object>(more);
        settings.put("trust.store", keys().toString());
        settings.put(".trust.store.password", "secret");
        var urls = new UrlMonikerClass(settings, List.of(credentials));
        made.add(urls);
        return urls;
    }

    private CredentialsProvider knowing(Credentials credentials) {
        return challenge -> {
            asked.add(challenge);
            return CompletableFuture.completedFuture(Optional.of(credentials));
        };
    }

    private static String read(UrlMonikerClass urls, OpenRequest request) throws Exception {
        var content = (Content.Found) Opened.content(urls, request);
        var reader = new Reader();
        content.body().start(reader);
        content.body().request(1000);
        reader.completed();
        return reader.text();
    }

    private static String read(UrlMonikerClass urls, String url) throws Exception {
        return read(urls, Opened.request(url));
    }

    private static void assertRefused(UrlMonikerClass urls, String url) {
        assertThatThrownBy(() -> read(urls, url))
                .isInstanceOfSatisfying(
                        BindException.class,
                        e -> {
                            assertThat(e.reason()).isEqualTo(Reason.ACCESS_DENIED);
                            assertThat(e.getMessage()).doesNotContain("cret").doesNotContain("t0k");
                        });
    }

    @Test
    void whoWantsToKnowIsToldAndTheNextTimeUnasked() throws Exception {
        var guarded = new Guarded("Basic realm=\"the \\\"vault\\\"\"");
        server.on("/a", guarded);
        var urls = urls(Map.of(), knowing(ME));

        assertThat(read(urls, server.secureUrl("/a"))).isEqualTo("in");
        assertThat(read(urls, server.secureUrl("/a"))).isEqualTo("in");

        assertThat(guarded.told()).containsExactly("null", Guarded.BASIC, Guarded.BASIC);
        String origin = server.secureUrl("");
        assertThat(asked)
                .containsExactly(
                        new CredentialsProvider.Challenge(
                                "basic", "the \"vault\"", origin, false, Requester.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Digest realm=\"a\", nonce=\"n\", qop=\"auth,auth-int\"",
                "Digest realm=\"a\", nonce=\"n\", qop=\"auth\", algorithm=MD5, opaque=\"o\"",
                "Digest algorithm=SHA-256, nonce=\"n\", qop=auth, realm=\"a b\""
            })
    void aDigestProvesThePasswordWithoutTellingIt(String challenge) throws Exception {
        var guarded = new Guarded("Basic realm=\"a\", Negotiate abc==, " + challenge);
        server.on("/a?b=c", guarded);
        var urls = urls(Map.of(), knowing(ME));

        assertThat(read(urls, server.secureUrl("/a?b=c"))).isEqualTo("in");

        assertThat(guarded.told()).containsExactly("null", "Digest");
    }

    /** What a server writes would stand in our request; what we cannot do is not done badly. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Digest realm=\"a\\\", uri=\\\"b\", nonce=\"n\", qop=\"auth\"",
                "Digest realm=\"a\", nonce=\"n\"",
                "Digest realm=\"a\", nonce=\"n\", qop=\"auth-int\"",
                "Digest realm=\"a\", nonce=\"n\", qop=\"auth\", algorithm=MD5-sess",
                "Digest realm=\"a\", qop=\"auth\"",
                "Bearer realm=\"a\"",
                "Negotiate",
                "=,=\"",
                ""
            })
    void aChallengeThatCannotBeAnsweredIsNot(String challenge) {
        var guarded = new Guarded(challenge);
        server.on("/a", guarded);

        assertRefused(urls(Map.of(), knowing(ME)), server.secureUrl("/a"));

        assertThat(guarded.told()).containsExactly("null");
    }

    @Test
    void aTokenIsBorne() throws Exception {
        var guarded = new Guarded("Basic realm=a", "Bearer realm=\"a\", error=\"none\"");
        server.on("/a", guarded);
        var urls = urls(Map.of(), knowing(new Credentials.Bearer("t0ken")));

        assertThat(read(urls, server.secureUrl("/a"))).isEqualTo("in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nHost: b", "a b", ""})
    void aTokenThatIsNoneIsNotTold(String token) {
        var guarded = new Guarded("Bearer");
        server.on("/a", guarded);
        var urls = urls(Map.of(), knowing(new Credentials.Bearer(token)));

        assertRefused(urls, server.secureUrl("/a"));

        assertThat(guarded.told()).containsExactly("null");
    }

    @Test
    void whoIsNotLetInAsksOnceMoreAndNotAgain() {
        var guarded = new Guarded("Basic realm=\"a\"");
        server.on("/a", guarded);
        var urls = urls(Map.of(), knowing(new Credentials.Password("me", "not s:cret")));

        assertRefused(urls, server.secureUrl("/a"));

        assertThat(guarded.told()).hasSize(2);
    }

    @Test
    void whatIsRefusedLaterIsAskedForAnew() throws Exception {
        var answers = new ConcurrentLinkedQueue<>(List.of("t0ken", "other"));
        var urls =
                urls(
                        Map.of(),
                        challenge ->
                                CompletableFuture.completedFuture(
                                        Optional.of(new Credentials.Bearer(answers.remove()))));
        server.on("/a", new Guarded("Bearer"));
        assertThat(read(urls, server.secureUrl("/a"))).isEqualTo("in");
        server.on(
                "/b",
                (request, response, done) -> {
                    response.setStatus(401);
                    response.getHeaders().put("WWW-Authenticate", "Bearer");
                    done.succeeded();
                });

        assertRefused(urls, server.secureUrl("/b"));

        assertThat(answers).isEmpty();
    }

    /** What is under way when somebody goes must not bring back what that one knew. */
    @Test
    void whatWasKnownByOneWhoWentIsForgottenThoughItIsLetInLater() throws Exception {
        var guarded = new Guarded("Basic realm=\"a\"");
        var provider = knowing(ME);
        var urls = urls(Map.of(), provider);
        server.on(
                "/a",
                (request, response, done) -> {
                    if (request.getHeaders().contains("Authorization")) {
                        urls.removeProvider(provider);
                    }
                    guarded.handle(request, response, done);
                });
        assertThat(read(urls, server.secureUrl("/a"))).isEqualTo("in");

        assertRefused(urls, server.secureUrl("/a"));

        assertThat(guarded.told()).containsExactly("null", Guarded.BASIC, "null");
    }

    /** The default: all on the way could read them. */
    @Test
    void overHttpNobodyIsToldAnything() {
        var guarded = new Guarded("Basic realm=\"a\"", "Digest realm=a, nonce=n, qop=auth");
        server.on("/a", guarded);

        assertRefused(urls(Map.of(), knowing(ME)), server.url("/a"));

        assertThat(asked).isEmpty();
        assertThat(guarded.told()).containsExactly("null");
    }

    @Test
    void overHttpItIsToldIfThatIsConfigured() throws Exception {
        server.on("/a", new Guarded("Basic realm=\"a\""));
        var urls = urls(Map.of("credentials.cleartext", true), knowing(ME));

        assertThat(read(urls, server.url("/a"))).isEqualTo("in");
    }

    private CredentialsProvider configured(TestServer whose) {
        return UrlMonikerClass.credentials(
                Map.of("origin", whose.secureUrl("/"), "user", "me", ".password", "s:cret"));
    }

    @Test
    void whatIsConfiguredForAnOriginIsToldThere() throws Exception {
        server.on("/a", new Guarded("Basic realm=\"a\""));

        assertThat(read(urls(Map.of(), configured(server)), server.secureUrl("/a")))
                .isEqualTo("in");
    }

    @Test
    void whatIsConfiguredForAnOriginIsToldNowhereElse() throws Exception {
        server.on("/a", new Guarded("Basic realm=\"a\""));
        var elsewhere = new Guarded("Basic realm=\"a\"");
        other.on("/a", elsewhere);
        var urls = urls(Map.of(), configured(server));
        assertThat(read(urls, server.secureUrl("/a"))).isEqualTo("in");

        assertRefused(urls, other.secureUrl("/a"));

        assertThat(elsewhere.told()).containsExactly("null");
    }

    /** What is written cannot be sent twice, and so is not sent in vain. */
    @Test
    void whoWritesSaysUnaskedWhatIsConfigured() throws Exception {
        var guarded = new Guarded("Basic realm=\"a\"");
        server.on("/a", guarded);

        Put.to(urls(Map.of(), configured(server)), server.secureUrl("/a")).write(10).commit();

        assertThat(guarded.told()).containsExactly(Guarded.BASIC);
    }

    @Test
    void aBodyThatCanBeReadAgainIsSentAgain() throws Exception {
        server.on("/a", new Guarded("Basic realm=\"a\""));
        var sent = new Sent(10);

        var request = Opened.request(server.secureUrl("/a")).with(sent.by("POST"));

        assertThat(read(urls(Map.of(), knowing(ME)), request)).isEqualTo("in");
        assertThat(sent.opened).hasValue(2);
    }

    @Test
    void aBodyThatCannotBeReadAgainIsNot() {
        server.on("/a", new Guarded("Basic realm=\"a\""));
        var request = Opened.request(server.secureUrl("/a")).with(new Sent(10).once().by("POST"));
        var urls = urls(Map.of(), knowing(ME));

        Opened.assertFails(Reason.ACCESS_DENIED, "401", () -> read(urls, request));
        assertThat(asked).isEmpty();
    }

    @Test
    void whoDoesNotAnswerInTimeIsAsGoodAsIgnorant() throws Exception {
        server.on("/a", new Guarded("Basic realm=\"a\""));
        var interrupted = new CountDownLatch(1);
        CredentialsProvider slow =
                challenge -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return new CompletableFuture<>();
                };

        assertRefused(urls(Map.of("credentials.millis", 200), slow), server.secureUrl("/a"));

        interrupted.await();
    }

    @ParameterizedTest
    @CsvSource({"throws", "fails", "nothing", "null"})
    void whoFailsToAnswerDoesNotHinderTheNext(String how) throws Exception {
        server.on("/a", new Guarded("Basic realm=\"a\""));
        CredentialsProvider first =
                challenge ->
                        switch (how) {
                            case "throws" -> throw new IllegalStateException("a bug");
                            case "fails" ->
                                    CompletableFuture.failedStage(new IllegalStateException());
                            case "nothing" -> CompletableFuture.completedStage(Optional.empty());
                            default -> CompletableFuture.completedStage(null);
                        };

        assertThat(read(urls(Map.of(), first, knowing(ME)), server.secureUrl("/a")))
                .isEqualTo("in");
    }

    @Test
    void noTextShowsASecret() {
        var configured = configured(server);

        assertThat(ME + " " + new Credentials.Bearer("t0ken") + " " + configured)
                .doesNotContain("cret")
                .doesNotContain("t0ken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://host/a", "ftp://host", "https://me@host", "host", "https://host?a"})
    void whatIsNoOriginIsRefused(String origin) {
        assertThatThrownBy(
                        () ->
                                UrlMonikerClass.credentials(
                                        Map.of("origin", origin, "user", "a", ".password", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
