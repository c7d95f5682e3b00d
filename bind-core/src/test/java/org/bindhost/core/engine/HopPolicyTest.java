package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.Requester;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.core.policy.OrderedRule;
import org.bindhost.core.policy.Roles;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.RunningObjects.Strength;
import org.bindhost.spi.Content;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each hop of each bind is held against the rules before its driver is asked. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HopPolicyTest {

    private static final Requester HOST = new Requester("the.host", Optional.empty());
    private static final Requester CONTROL =
            new Requester("some.control", Optional.of("http://user:pw@site/doc?key=k"));

    @TempDir Path directory;

    private final ScriptedDriver answers = new ScriptedDriver();
    private final PlacedNames urls = new PlacedNames("url", "http", answers);
    private final Denials denials = new Denials();
    private final Recorder recorder = new Recorder(BindInfo.PUSH);
    private EngineFixture fixture;
    private EngineBinder host;

    @BeforeEach
    void open() {
        fixture = new EngineFixture(CoreSettings.defaults(directory));
        fixture.engine.addDriver(
                urls, new DriverTraits("url", "urls", List.of("http", "https"), 0), urls);
        var files = new PlacedNames("file", "file:", answers);
        fixture.engine.addDriver(
                files, new DriverTraits("file", "files", List.of("file"), 0), files);
        fixture.engine.policies().roles(new Roles(Set.of("the.host"), Set.of()));
        host = fixture.engine.binder(HOST);
    }

    @AfterEach
    void close() {
        denials.close();
    }

    private BindContext inDocument(Requester control) {
        return host.createBindContext(BindOptions.DEFAULT.withRequester(control));
    }

    private void read(EngineBinder binder, String name, BindContext context) throws BindException {
        context.registerCallback(recorder);
        binder.bindToStorage(fixture.parse(name), context, InputStream.class);
        fixture.runAll();
    }

    private void read(String name) throws BindException {
        read(host, name, inDocument(CONTROL));
    }

    private void assertDenied() {
        assertThat(recorder.heard()).endsWith("stop:FAILED DENIED_BY_POLICY");
    }

    private List<String> asked() {
        return answers.requests().stream().map(request -> request.name().key()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"script:a", "file:/etc/passwd", "http://127.0.0.1/a"})
    void aDriverIsNotAskedForWhatIsRefused(String name) throws Exception {
        read(name);

        assertDenied();
        assertThat(asked()).isEmpty();
        assertThat(fixture.driver.requests()).isEmpty();
    }

    @Test
    void whatIsAllowedIsRead() throws Exception {
        answers.on("http://cdn/a").content("abc");

        read("http://cdn/a");

        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
        assertThat(denials.lines()).isEmpty();
    }

    @Test
    void whereARedirectLeadsIsCheckedBeforeItIsAsked() throws Exception {
        answers.on("http://cdn/a").redirect("http://cdn/b");
        answers.on("http://cdn/b").redirect("http://localhost:8080/admin");

        read("http://cdn/a");

        assertDenied();
        assertThat(asked()).containsExactly("http://cdn/a", "http://cdn/b");
    }

    @Test
    void theAddressThatADriverConnectsToIsChecked() throws Exception {
        urls.addresses.put("cdn", InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));

        read("http://cdn/a");

        assertDenied();
        assertThat(asked()).isEmpty();
    }

    /** What code may name, servers may not name for it. */
    @Test
    void aRedirectToAnotherHostLeadsCodeToNoPrivateAddress() throws Exception {
        urls.addresses.put("inside", InetAddress.getByAddress(new byte[] {10, 0, 0, 1}));
        answers.on("http://inside/a").redirect("http://inside/b");
        answers.on("http://inside/b").content("abc");
        answers.on("http://cdn/a").redirect("http://inside/b");

        read(fixture.binder, "http://inside/a", fixture.context);
        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
        read(fixture.binder, "http://cdn/a", fixture.context);

        assertDenied();
    }

    @Test
    void whatStandsToTheLeftIsHeldAgainstTheSameRules() throws Exception {
        var tails = new TailNames();
        fixture.engine.addDriver(tails, new DriverTraits("tail", "tail", List.of(), 0), tails);
        answers.on("http://cdn/a").redirect("http://127.0.0.1/a");

        read("http://cdn/a!tail-3");

        assertDenied();
        assertThat(asked()).containsExactly("http://cdn/a");
        assertThat(denials.lines()).hasSize(1);
    }

    /** Though its class also has names that follow others. */
    @Test
    void whatStandsFirstIsNoItem() throws Exception {
        var tails = new TailNames();
        fixture.engine.addDriver(tails, new DriverTraits("tail", "tail", List.of(), 0), tails);
        var context = inDocument(CONTROL);
        context.registerCallback(recorder);

        var name = Moniker.of(new MonikerPart("tail", "!tail-3", "!tail-3"));
        host.bindToStorage(name, context, InputStream.class);
        fixture.runAll();

        assertDenied();
    }

    /** As it would not be one that is made. */
    @Test
    void whatRunsUnderARefusedNameIsNotHandedOut() throws Exception {
        var running = fixture.engine.runningObjects();
        running.register(fixture.parse("script:a"), "secret", Strength.STRONG);
        var context = inDocument(CONTROL);
        context.registerCallback(recorder);

        host.bindToObject(fixture.parse("script:a"), context, String.class);
        fixture.runAll();

        assertDenied();
        assertThat(recorder.heard()).noneMatch(event -> event.startsWith("object"));
    }

    @Test
    void anObjectIsNotMadeOfARefusedName() throws Exception {
        var context = inDocument(CONTROL);
        context.registerCallback(recorder);

        host.bindToObject(fixture.parse("http://10.0.0.1/a"), context, String.class);
        fixture.runAll();

        assertDenied();
        assertThat(asked()).isEmpty();
    }

    /** Not even an item's container, of which the outer class knows nothing. */
    @Test
    void aContainerThatRunsUnderARefusedNameIsNotAskedForItems() throws Exception {
        read("file:/etc/a!item");

        assertDenied();
        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITE", "APPEND"})
    void aDocumentWritesNothing(Mode mode) throws Exception {
        var context = inDocument(CONTROL);
        context.setOptions(context.options().withMode(mode));
        context.registerCallback(recorder);

        host.bindToStorage(fixture.parse("http://cdn/a"), context, OutputStream.class);
        fixture.runAll();

        assertDenied();
        assertThat(asked()).isEmpty();
    }

    @Test
    void aVerbThatChangesSomethingIsWriting() throws Exception {
        var info = new BindInfo(Set.of(BindFlag.ASYNCHRONOUS), "DELETE", Optional.empty(), "");
        var deleting = new Recorder(info);
        var context = inDocument(CONTROL);
        context.registerCallback(deleting);

        host.bindToStorage(fixture.parse("http://cdn/a"), context, InputStream.class);
        fixture.runAll();

        assertThat(deleting.heard()).endsWith("stop:FAILED DENIED_BY_POLICY");
        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/srv/docs/b", "file:/srv/docs/sub/b"})
    void aFileBesideADocumentIsRead(String name) throws Exception {
        answers.on(name.substring(5)).content("abc");

        read(host, name, inDocument(new Requester("c", Optional.of("file:/srv/docs/a"))));

        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/srv/b", "file:/srv/docs2/b", "file:/srv/doc", "file:/etc/a"})
    void aFileElsewhereIsNot(String name) throws Exception {
        read(host, name, inDocument(new Requester("c", Optional.of("file:/srv/docs/a"))));

        assertDenied();
        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:/a", "http://cdn/srv/docs/a", "nobodys:/srv/docs/a"})
    void aDocumentInNoDirectoryHasNoFilesBesideIt(String document) throws Exception {
        read(host, "file:/srv/docs/b", inDocument(new Requester("c", Optional.of(document))));

        assertDenied();
    }

    /** Once, with who asked and for what, and without what nobody is to know. */
    @Test
    void aDenialIsLoggedOnce() throws Exception {
        read("http://me:secret@127.0.0.1/a?token=t");

        assertThat(denials.lines())
                .containsExactly(
                        "denied to bundle some.control, document http://site/doc?...:"
                                + " http://127.0.0.1/a?...: 127.0.0.1 is a loopback address,"
                                + " refused by policy \"documents\"");
    }

    @Test
    void aDenialOfADriversOwnIsLoggedToo() throws Exception {
        answers.on("http://cdn/a")
                .failure(
                        new BindException(
                                BindException.Reason.DENIED_BY_POLICY, "outside the roots"));

        read("http://cdn/a");

        assertThat(denials.lines())
                .containsExactly(
                        "denied to bundle some.control, document http://site/doc?...:"
                                + " http://cdn/a: outside the roots");
    }

    /** A bind keeps the rules that it was made under, and the next has the new ones. */
    @Test
    void aChangeOfTheRulesEndsNoBind() throws Exception {
        var held = answers.on("http://cdn/a").hold();
        answers.on("http://cdn/b").content("abc");
        read("http://cdn/a");

        fixture.engine.policies().put("x", OrderedRule.of("x", Map.of("policy", "none")));
        held.complete(new Content.Redirect("http://cdn/b", false));
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
        read("http://cdn/b");
        assertDenied();
    }

    /** Nobody gets by another what it may not have by itself. */
    @Test
    void aFetchIsNotSharedWithThoseOfOtherRules() throws Exception {
        answers.on("http://cdn/a").hold();
        read("http://cdn/a");

        fixture.engine.policies().put("x", OrderedRule.of("x", Map.of("policy", "none")));
        var other = new Recorder(BindInfo.PUSH);
        var context = inDocument(CONTROL);
        context.registerCallback(other);
        host.bindToStorage(fixture.parse("http://cdn/a"), context, InputStream.class);
        fixture.runAll();

        assertThat(other.heard()).endsWith("stop:FAILED DENIED_BY_POLICY");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aClientThatNamesAnotherGainsNothing() throws Exception {
        fixture.engine
                .policies()
                .put("x", OrderedRule.of("x", Map.of("bundles", "poor", "policy", "documents")));
        var poor = fixture.engine.binder(new Requester("poor", Optional.empty()));
        var options = BindOptions.DEFAULT.withRequester(EngineFixture.TESTER);

        read(poor, "script:a", poor.createBindContext(options));

        assertDenied();
        assertThat(fixture.driver.requests()).isEmpty();
    }

    /** The context may have been a host's; the binder is the client's. */
    @Test
    void aClientWithTheContextOfAHostIsNotTheHost() throws Exception {
        fixture.engine
                .policies()
                .put("x", OrderedRule.of("x", Map.of("bundles", "poor", "policy", "none")));
        var poor = fixture.engine.binder(new Requester("poor", Optional.empty()));

        read(poor, "http://cdn/a", inDocument(CONTROL));

        assertDenied();
    }
}
