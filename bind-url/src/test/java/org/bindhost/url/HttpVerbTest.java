package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult.Bound;
import org.bindhost.bind.RequestBody;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.testkit.Recorder;
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
import org.junit.jupiter.params.provider.ValueSource;

/** D-15, through the engine: what a client answers to getBindInfo is what the server hears. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HttpVerbTest {

    @TempDir Path directory;

    private final TestServer server = new TestServer();
    private final UrlMonikerClass urls = new UrlMonikerClass();
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private BindCore core;
    private BindContext context;

    @BeforeEach
    void open() throws IOException {
        core = BindCore.open("test", CoreSettings.defaults(directory), List.of(urls));
        context = core.binder().createBindContext(BindOptions.DEFAULT);
        server.on("/a", this::take).on("/a?b=1", this::take).start();
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
        urls.close();
        server.close();
    }

    private void take(Request request, Response response, Callback done) {
        try {
            String path = request.getHttpURI().getPathQuery();
            taken.add(request.getMethod() + " " + path + " " + Content.Source.asString(request));
            response.write(true, ByteBuffer.wrap("done".getBytes(UTF_8)), done);
        } catch (IOException e) {
            done.failed(e);
            throw new UncheckedIOException(e);
        }
    }

    private String bind(String path, String verb, Optional<RequestBody> body, String extra)
            throws Exception {
        context.registerCallback(new Recorder(new BindInfo(Set.of(), verb, body, extra)));
        var name = core.monikers().parse(server.url(path));
        var result = core.binder().bindToStorage(name, context, InputStream.class);
        try (var in = ((Bound<InputStream>) result).value()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static Optional<RequestBody> letters() {
        return Optional.of(new Sent(3));
    }

    @Test
    void theVerbTheBodyAndWhatIsAppendedReachTheServer() throws Exception {
        assertThat(bind("/a", "REPORT", letters(), "?b=1")).isEqualTo("done");

        assertThat(taken).containsExactly("REPORT /a?b=1 \0\1\2");
    }

    @Test
    void afterARedirectThatKeepsTheVerbTheBodyIsSentAgain() throws Exception {
        server.redirect("/moved", 307, "/moved-again").redirect("/moved-again", 308, "/a");

        assertThat(bind("/moved", "POST", letters(), "")).isEqualTo("done");

        assertThat(taken).containsExactly("POST /a \0\1\2");
    }

    @Test
    void afterARedirectToAnAnswerItIsRead() throws Exception {
        server.redirect("/moved", 303, "/a");

        assertThat(bind("/moved", "POST", letters(), "")).isEqualTo("done");

        assertThat(taken).containsExactly("GET /a ");
    }

    /** What was appended belongs to the name that was asked, not to where that leads. */
    @Test
    void whatWasAppendedIsNotAppendedAgain() throws Exception {
        server.redirect("/moved?b=2", 307, "/a");

        assertThat(bind("/moved", "PUT", letters(), "?b=2")).isEqualTo("done");

        assertThat(taken).containsExactly("PUT /a \0\1\2");
    }

    @Test
    void aBodyThatCannotBeReadTwiceEndsTheBind() {
        server.redirect("/moved", 307, "/a");

        assertThatThrownBy(() -> bind("/moved", "POST", Optional.of(new Sent(3).once()), ""))
                .hasFieldOrPropertyWithValue("reason", Reason.REDIRECT_FAILED);
        assertThat(taken).isEmpty();
    }

    /** On the way such a verb may become the registered one, and we would have asked another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect", "Connect", "CONNECT", "head", "Get", "pOST", "put", "delete", "options",
                "trace", "patch", "pri", "PRI"
            })
    void aVerbThatIsWrittenAsNoneIsIsNotSent(String verb) {
        assertThatThrownBy(() -> bind("/a", verb, Optional.empty(), ""))
                .isInstanceOfSatisfying(
                        BindException.class,
                        e -> {
                            assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED);
                            assertThat(e).hasMessageContaining(server.url("/a"));
                        });
        assertThat(taken).isEmpty();
    }
}
