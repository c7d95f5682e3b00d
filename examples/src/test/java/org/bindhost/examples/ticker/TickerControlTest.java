package org.bindhost.examples.ticker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bindhost.container.ReadyState.COMPLETE;
import static org.bindhost.container.ReadyState.INTERACTIVE;
import static org.bindhost.container.ReadyState.LOADED;
import static org.bindhost.examples.ticker.TickerControl.NEWS;
import static org.bindhost.examples.ticker.TickerControl.RATES;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindState;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.spi.ContentInfo;
import org.bindhost.testkit.ScriptedBody;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two data paths in one control: K-02, K-04 and K-08. */
class TickerControlTest {

    @TempDir private static Path directory;

    private final ScriptedDriver driver = new ScriptedDriver();
    private final BindCore core = open(driver);
    private final PassingSite site = new PassingSite(core);
    private final TickerControl control = new TickerControl();

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

    private ScriptedBody body(String name, String text) {
        return driver.on(name).body(text.getBytes(UTF_8), ContentInfo.UNKNOWN, 0);
    }

    /** K-08: as ready as the line that lags behind. */
    @Test
    void isAsReadyAsTheLineThatLagsBehind() throws InterruptedException {
        var news = body("news", "it rains");
        var rates = body("rates", "1.00");
        control.setDataPath(NEWS, "script:news");
        control.setDataPath(RATES, "script:rates");
        assertThat(site.nextState()).isEqualTo(LOADED);

        news.deliverAll();
        await(site.bindings().get(0).completion());
        assertThat(control.readyState()).isEqualTo(LOADED);
        rates.deliver(2);
        assertThat(site.nextState()).isEqualTo(INTERACTIVE);
        assertThat(control).hasToString("it rains +++ 1.");
        rates.deliverAll();

        assertThat(site.nextState()).isEqualTo(COMPLETE);
        assertThat(control).hasToString("it rains +++ 1.00");
    }

    /** K-04: and the other line is left alone. */
    @Test
    void anotherNameAbortsTheLineItIsFor() throws InterruptedException {
        body("old", "old news").deliver(3);
        driver.on("new").content("new news");
        var rates = body("rates", "1.00");
        control.setDataPath(NEWS, "script:old");
        control.setDataPath(RATES, "script:rates");

        control.setDataPath(NEWS, "script:new");
        await(site.bindings().get(0).completion());
        await(site.bindings().get(2).completion());
        rates.deliverAll();
        await(site.bindings().get(1).completion());

        assertThat(site.bindings().get(0).state()).isEqualTo(BindState.ABORTED);
        assertThat(control).hasToString("new news +++ 1.00");
        assertThat(control.readyState()).isEqualTo(COMPLETE);
    }

    /** K-02. */
    @Test
    void pathsAreKeptAsTheyWereAssigned() {
        control.setDataPath(NEWS, "nobodys:x");

        assertThat(control.dataPath(NEWS)).isEqualTo("nobodys:x");
        assertThat(control.dataPath(RATES)).isEmpty();
        assertThat(control.toString()).contains("nobodys:x");
        assertThatIllegalArgumentException().isThrownBy(() -> control.dataPath("weather"));
    }

    @Test
    void aLineThatIsTooLongSaysSo() {
        driver.on("long").content("x".repeat(5000));

        control.setDataPath(NEWS, "script:long");
        await(site.bindings().get(0).completion());

        assertThat(control.toString()).contains("too long");
    }

    /** K-07. */
    @Test
    void aControlThatGoesAbortsItsLines() {
        body("news", "it rains").deliver(2);
        control.setDataPath(NEWS, "script:news");

        control.deactivate();
        await(site.bindings().get(0).completion());

        assertThat(site.bindings().get(0).state()).isEqualTo(BindState.ABORTED);
    }
}
