package org.bindhost.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bindhost.container.ReadyState.COMPLETE;
import static org.bindhost.container.ReadyState.INTERACTIVE;
import static org.bindhost.container.ReadyState.LOADED;
import static org.bindhost.container.ReadyState.UNINITIALIZED;
import static org.bindhost.sample.TextControl.SOURCE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.testkit.ScriptedBody;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A control in a site whose host mediates nothing: K-02 to K-08. */
class TextControlTest {

    private static final int MOST_BYTES = 1024 * 1024;

    /** The most that a pull has on its way unread. */
    private static final int PORTION_BYTES = 128 * 1024;

    @TempDir private static Path directory;

    private final ScriptedDriver driver = new ScriptedDriver();
    private final BindCore core = open(driver);
    private final PassingHost host = new PassingHost(core);
    private final ListeningSite site =
            new ListeningSite(
                    Optional.of(host), core.binder().createBindContext(BindOptions.DEFAULT));
    private final TextControl control = new TextControl(core.monikers(), core.binder());

    private static BindCore open(ScriptedDriver driver) {
        try {
            return BindCore.open("test", CoreSettings.defaults(directory), List.of(driver));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void setSite() {
        control.setSite(site);
    }

    @AfterEach
    void close() {
        control.deactivate();
        site.bindContext().close();
        core.close();
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private ScriptedBody body(String name, byte[] bytes) {
        var info =
                new ContentInfo(
                        Optional.of("text/plain"),
                        OptionalLong.of(bytes.length),
                        Optional.empty(),
                        Freshness.UNSAID,
                        false);
        return driver.on(name).body(bytes, info, 0);
    }

    /** Assigns a name, of which a few bytes have come when this returns. */
    private ScriptedBody loadSome(String name, String text, int bytes) {
        var body = body(name, text.getBytes(UTF_8));
        body.deliver(bytes);
        control.setDataPath(SOURCE, "script:" + name);
        await(site.reached(INTERACTIVE));
        return body;
    }

    /** K-08: forward only, and each once. */
    @Test
    void announcesEachStepOfALoadOnce() {
        var body = loadSome("a", "abcde", 2);
        assertThat(control.readyState()).isEqualTo(INTERACTIVE);
        assertThat(control).hasToString("ab");

        body.deliver(1);
        body.deliverAll();
        await(host.lastBinding().completion());

        assertThat(site.heard()).containsExactly(LOADED, INTERACTIVE, COMPLETE);
        assertThat(control.readyState()).isEqualTo(COMPLETE);
        assertThat(control).hasToString("abcde");
    }

    @Test
    void anEmptyTextIsCompleteToo() {
        driver.on("a").content("");

        control.setDataPath(SOURCE, "script:a");
        await(site.reached(COMPLETE));

        assertThat(site.heard()).containsExactly(LOADED, INTERACTIVE, COMPLETE);
        assertThat(control).hasToString("");
    }

    /** E-02: reading a portion asks for the next. */
    @Test
    void aTextOfManyPortionsComesWhole() {
        String text = "0123456789".repeat(50_000);
        driver.on("a").content(text);

        control.setDataPath(SOURCE, "script:a");
        await(site.reached(COMPLETE));

        assertThat(control).hasToString(text);
    }

    /** K-02. */
    @Test
    void aPathIsKeptAsItWasAssigned() {
        control.setDataPath(SOURCE, "no name:at all");

        assertThat(control.dataPath(SOURCE)).isEqualTo("no name:at all");
        assertThatIllegalArgumentException().isThrownBy(() -> control.dataPath("other"));
        assertThatIllegalArgumentException().isThrownBy(() -> control.setDataPath("other", "a"));
    }

    /** K-04: and the abandoned load is not heard of again. */
    @Test
    void anotherNameAbortsTheTransferUnderWay() {
        var abandoned = loadSome("a", "abcde", 2);
        driver.on("b").content("other");

        control.setDataPath(SOURCE, "script:b");
        await(site.reached(COMPLETE));
        await(host.bindings().get(0).completion());

        assertThat(host.bindings().get(0).state()).isEqualTo(BindState.ABORTED);
        assertThat(abandoned.isCancelled()).isTrue();
        assertThat(control.dataPath(SOURCE)).isEqualTo("script:b");
        assertThat(control).hasToString("other");
        assertThat(site.heard())
                .containsExactly(LOADED, INTERACTIVE, LOADED, INTERACTIVE, COMPLETE);
    }

    /** K-08: the end of one load and the beginning of the next may cross. */
    @Test
    void aLoadThatEndsAfterItWasReplacedIsNoNews() {
        loadSome("a", "abcde", 2);
        driver.on("b").hold();
        control.setDataPath(SOURCE, "script:b");
        await(host.bindings().get(0).completion());

        host.callbacks().get(0).onStopBinding(new BindOutcome.Completed(5));

        assertThat(site.heard()).containsExactly(LOADED, INTERACTIVE, LOADED);
        assertThat(control.readyState()).isEqualTo(LOADED);
    }

    @Test
    void anEmptyNameEndsTheLoad() {
        loadSome("a", "abcde", 2);

        control.setDataPath(SOURCE, "");
        control.setDataPath(SOURCE, "");
        await(host.lastBinding().completion());

        assertThat(host.lastBinding().state()).isEqualTo(BindState.ABORTED);
        assertThat(control).hasToString("");
        assertThat(control.readyState()).isEqualTo(UNINITIALIZED);
        assertThat(site.heard()).containsExactly(LOADED, INTERACTIVE, UNINITIALIZED);
    }

    @Test
    void aNameThatNobodyUnderstandsShowsWhy() {
        control.setDataPath(SOURCE, "nobodys:x");

        assertThat(control.toString()).contains("nobodys:x");
        assertThat(control.readyState()).isEqualTo(LOADED);
        assertThat(site.heard()).containsExactly(LOADED);
    }

    /** A load that fails is as ready as it was, and never complete. */
    @Test
    void aLoadThatFailsShowsWhy() {
        driver.on("a").failure(new BindException(Reason.NOT_FOUND, "there is no a"));

        control.setDataPath(SOURCE, "script:a");
        await(host.lastBinding().completion());

        assertThat(control).hasToString("there is no a");
        assertThat(site.heard()).containsExactly(LOADED);
    }

    @Test
    void aLoadThatBreaksOffShowsTheTextSoFarAndWhy() {
        var body = loadSome("a", "abcde", 2);

        body.fail(new BindException(Reason.BROKEN, "the line is dead"));
        await(host.lastBinding().completion());

        assertThat(control.toString()).startsWith("ab\nthe line is dead; it cannot go on there");
        assertThat(control.readyState()).isEqualTo(INTERACTIVE);
        assertThat(site.heard()).containsExactly(LOADED, INTERACTIVE);
    }

    @Test
    void aTextThatIsTooLongIsNotTransferredToItsEnd() {
        var body = body("a", "x".repeat(3 * MOST_BYTES).getBytes(UTF_8));
        body.deliverAll();

        control.setDataPath(SOURCE, "script:a");
        await(site.reached(COMPLETE));

        assertThat(host.lastBinding().state()).isEqualTo(BindState.ABORTED);
        assertThat(control.toString()).hasSize(MOST_BYTES);
        assertThat(body.delivered()).isLessThanOrEqualTo(MOST_BYTES + PORTION_BYTES);
        assertThat(site.heard()).containsExactly(LOADED, INTERACTIVE, COMPLETE);
    }

    @Test
    void aCharacterIsShownWhenAllOfItHasCome() {
        var body = loadSome("a", "a€b", 3);
        assertThat(control).hasToString("a");

        body.deliverAll();
        await(site.reached(COMPLETE));

        assertThat(control).hasToString("a€b");
    }

    /** K-07. */
    @Test
    void aControlThatGoesAbortsItsTransfer() {
        var body = loadSome("a", "abcde", 2);

        control.deactivate();
        await(host.lastBinding().completion());

        assertThat(host.lastBinding().state()).isEqualTo(BindState.ABORTED);
        assertThat(body.isCancelled()).isTrue();
        assertThat(site.heard()).containsExactly(LOADED, INTERACTIVE);
    }

    /** K-07: aborted by someone else, with data missing. */
    @Test
    void survivesAnAbortByTheContainer() {
        loadSome("a", "abcde", 2);

        host.lastBinding().abort();
        await(host.lastBinding().completion());

        assertThat(control).hasToString("ab");
        assertThat(control.readyState()).isEqualTo(INTERACTIVE);
    }

    /** G-01: where the container offers no host, the control binds by itself. */
    @Test
    void bindsByItselfWhereThereIsNoHost() {
        driver.on("a").content("abc");
        var alone = new ListeningSite(Optional.empty(), site.bindContext());
        control.setSite(alone);

        control.setDataPath(SOURCE, "script:a");
        await(alone.reached(COMPLETE));

        assertThat(control).hasToString("abc");
        assertThat(host.bindings()).isEmpty();
        assertThat(site.bindContext().callback()).isEmpty();
    }
}
