package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redirects, which drivers answer and the engine follows: D-29. */
class RedirectTest {

    @TempDir Path directory;

    private EngineFixture fixture() {
        return new EngineFixture(directory);
    }

    /** Names {@code local:NAME} of another class, which nobody may be led into. */
    private static final class LocalNames implements MonikerClass {

        @Override
        public String name() {
            return "local";
        }

        @Override
        public boolean isAsynchronous() {
            return false;
        }

        @Override
        public Recognition recognize(String text, Optional<MonikerPart> base) {
            return text.startsWith("local:")
                    ? new Recognition.Found(new MonikerPart("local", text, text), text.length())
                    : Recognition.foreign();
        }

        @Override
        public CompletionStage<Content> open(OpenRequest request) {
            throw new AssertionError("opened " + request.name());
        }
    }

    @Test
    void aRedirectIntoAnotherClassOfNamesIsNotFollowed() throws BindException {
        var fixture = fixture();
        fixture.engine.addDriver(
                "local", new DriverTraits("local", "local", List.of(), 0), new LocalNames());
        fixture.driver.on("a").redirect("local:secret");
        var recorder = new Recorder(BindInfo.PUSH);

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED REDIRECT_FAILED");
    }

    /** A server chooses the text, and is not to reach anybody else with it. */
    @Test
    void nobodyElseIsAskedWhereARedirectLeads() throws BindException {
        var fixture = fixture();
        fixture.engine.addParser(
                "spy",
                "spy",
                2000,
                (text, base) -> {
                    throw new AssertionError("asked about " + text);
                });
        fixture.driver.on("a").redirect("script:b");
        fixture.driver.on("b").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
    }

    /** D-29. */
    @Test
    void aRedirectIsAnnouncedBeforeAnyData() throws BindException {
        var fixture = fixture();
        fixture.driver.on("a").redirect("script:b");
        fixture.driver.on("b").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);

        var binding = fixture.bind("a", recorder, InputStream.class).binding();
        fixture.runAll();

        assertThat(recorder.heard())
                .containsSubsequence("progress:REDIRECTING script:b", "data:first,last:3");
        assertThat(binding.moniker()).isEqualTo(fixture.name("a"));
    }

    @Test
    void aRedirectThatLeadsBackEndsTheBind() throws BindException {
        var fixture = fixture();
        fixture.driver.on("a").redirect("script:a");
        var recorder = new Recorder(BindInfo.PUSH);

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED REDIRECT_FAILED");
        assertThat(fixture.driver.requests()).hasSize(21);
    }

    /** D-29. */
    @Test
    void aForbiddenRedirectIsAFailure() throws BindException {
        var fixture = fixture();
        fixture.driver.on("a").redirect("script:b");
        var info = BindInfo.reading(BindFlag.ASYNCHRONOUS, BindFlag.NO_REDIRECTS);
        var recorder = new Recorder(info);

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED REDIRECT_FAILED");
        assertThat(fixture.driver.requests()).hasSize(1);
    }
}
