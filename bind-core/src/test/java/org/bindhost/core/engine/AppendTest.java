package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To append is for classes that say they can. */
class AppendTest {

    @TempDir private Path directory;

    @Test
    void aDriverThatCannotAppendIsNotAskedTo() throws Exception {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").upload();
        var recorder = new Recorder(BindInfo.PUSH);
        var context = fixture.binder.createBindContext(BindOptions.DEFAULT.withMode(Mode.APPEND));
        context.registerCallback(recorder);

        var result = fixture.binder.bindToStorage(fixture.name("a"), context, OutputStream.class);
        fixture.runAll();

        assertThat(result.content().toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(BindException.class)
                .satisfies(
                        e ->
                                assertThat(((BindException) e.getCause()).reason())
                                        .isEqualTo(Reason.UNSUPPORTED));
        assertThat(fixture.driver.requests()).isEmpty();
    }
}
