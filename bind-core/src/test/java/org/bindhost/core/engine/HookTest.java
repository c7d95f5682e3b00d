package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.DelegatingBindStatusCallback;
import org.bindhost.bind.HttpNegotiate;
import org.bindhost.spi.Negotiation;
import org.bindhost.spi.OpenRequest;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D-28: how a driver asks the client, in the turns of the bind. */
class HookTest {

    @TempDir Path directory;

    private final List<String> heard = new ArrayList<>();

    /** A client that answers what it was asked. */
    private final class Client implements BindStatusCallback, HttpNegotiate {

        @Override
        public BindInfo getBindInfo() {
            return BindInfo.PUSH;
        }

        @Override
        public Map<String, String> beginningTransaction(
                String url, Map<String, List<String>> fields) {
            heard.add("begin " + url + fields);
            return Map.of("a", "b");
        }

        @Override
        public Optional<Map<String, String>> onResponse(
                int status, Map<String, List<String>> fields) throws BindException {
            heard.add("response " + status);
            if (status == 500) {
                throw new BindException(Reason.CHANGED, "no thanks");
            }
            if (status == 501) {
                throw new IllegalStateException("a bug");
            }
            return Optional.empty();
        }

        @Override
        public void onStopBinding(BindOutcome outcome) {
            heard.add("stop " + outcome.state());
        }
    }

    private BindResult<InputStream> bind(EngineFixture fixture, BindStatusCallback callback)
            throws BindException {
        fixture.driver.on("a").hold();
        var result = fixture.bind("a", callback, InputStream.class);
        fixture.runAll();
        return result;
    }

    private static OpenRequest request(EngineFixture fixture, int number) {
        return fixture.driver.requests().get(number);
    }

    private static Negotiation negotiation(EngineFixture fixture) {
        return request(fixture, 0).negotiation().orElseThrow();
    }

    @Test
    void theClientIsAskedInATurnOfItsBind() throws Exception {
        var fixture = new EngineFixture(directory);
        bind(fixture, new Client());

        var added = negotiation(fixture).beginning(Map.of("x", List.of("y")));
        assertThat(heard).isEmpty();
        fixture.runAll();

        assertThat(heard).containsExactly("begin script:a{x=[y]}");
        assertThat(added.toCompletableFuture()).isCompletedWithValue(Map.of("a", "b"));
    }

    @Test
    void whileItIsSuspendedNobodyIsAsked() throws Exception {
        var fixture = new EngineFixture(directory);
        var result = bind(fixture, new Client());
        result.binding().suspend();

        var goesOn = negotiation(fixture).answered(200, Map.of());
        fixture.runAll();
        assertThat(heard).isEmpty();
        result.binding().resume();
        fixture.runAll();

        assertThat(heard).containsExactly("response 200");
        assertThat(goesOn.toCompletableFuture()).isCompletedWithValue(Optional.empty());
    }

    @Test
    void afterTheEndNobodyIsAsked() throws Exception {
        var fixture = new EngineFixture(directory);
        var result = bind(fixture, new Client());
        var negotiation = negotiation(fixture);
        result.binding().abort();

        var goesOn = negotiation.answered(200, Map.of());
        fixture.runAll();

        assertThat(heard).containsExactly("stop ABORTED");
        assertThat(goesOn.toCompletableFuture()).isNotDone();
    }

    @Test
    void whatItThrowsEndsTheBind() throws Exception {
        var fixture = new EngineFixture(directory);
        var result = bind(fixture, new Client());

        var unused = negotiation(fixture).answered(500, Map.of());
        fixture.runAll();

        assertThat(heard).containsExactly("response 500", "stop FAILED");
        assertThat(result.binding().result().toString()).contains("no thanks");
    }

    @Test
    void aBugOfItsOwnEndsItsBindOnly() throws Exception {
        var fixture = new EngineFixture(directory);
        var result = bind(fixture, new Client());

        var unused = negotiation(fixture).answered(501, Map.of());
        fixture.runAll();

        assertThat(result.binding().result().toString()).contains("the callback threw");
    }

    @Test
    void aClientThatDoesNotWantASayIsNotAsked() throws Exception {
        var fixture = new EngineFixture(directory);

        bind(fixture, new Recorder(BindInfo.PUSH));

        assertThat(request(fixture, 0).negotiation()).isEmpty();
    }

    @Test
    void whoStandsBetweenPassesItOn() throws Exception {
        var fixture = new EngineFixture(directory);

        bind(fixture, new DelegatingBindStatusCallback(new Client()));

        assertThat(request(fixture, 0).negotiation()).isPresent();
    }

    @Test
    void askedForItsAbilitiesAClientThatThrowsMakesNoBind() {
        var fixture = new EngineFixture(directory);
        var broken =
                new DelegatingBindStatusCallback(() -> BindInfo.PUSH) {
                    @Override
                    public <T> Optional<T> extension(Class<T> type) {
                        throw new IllegalStateException("a bug");
                    }
                };

        assertThatThrownBy(() -> fixture.bind("a", broken, InputStream.class))
                .hasFieldOrPropertyWithValue("reason", Reason.CALLBACK_FAILED);
        assertThat(fixture.driver.requests()).isEmpty();
    }

    @Test
    void whoHasASayFetchesAlone() throws Exception {
        var fixture = new EngineFixture(directory);

        bind(fixture, new Client());
        bind(fixture, new Client());

        assertThat(fixture.driver.requests()).hasSize(2);
    }
}
