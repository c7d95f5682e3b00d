package org.bindhost.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.host.HostFixture.await;
import static org.bindhost.host.HostFixture.bind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.PriorityClass;
import org.bindhost.core.BindPolicy;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a document names is held against the policy of documents, whoever binds it. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PolicyOfDocumentsTest {

    @TempDir private static Path directory;

    private HostFixture fixture;

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<String> heardOfControl(BindPolicy policy) {
        fixture = new HostFixture(directory, policy);
        fixture.driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);
        await(bind(fixture.add("control"), "script:a", recorder).completion());
        return recorder.heard();
    }

    @Test
    void aControlIsRefusedALocalNameOfItsDocument() {
        assertThat(heardOfControl(BindPolicy.DEFAULT)).endsWith("stop:FAILED DENIED_BY_POLICY");
        assertThat(fixture.driver.requests()).isEmpty();
    }

    @Test
    void aRuleForTheDocumentAllowsIt() {
        var policy =
                BindPolicy.DEFAULT.with(
                        "scripts",
                        Map.of(
                                "documents", List.of("script:dir/*"),
                                "classes", List.of("script")));

        assertThat(heardOfControl(policy)).endsWith("stop:COMPLETED 3");
    }

    @Test
    void aClientOfTheDocumentsHostIsRefusedItToo() {
        fixture = new HostFixture(directory, BindPolicy.DEFAULT);
        var recorder = new Recorder(BindInfo.PUSH);
        var host = fixture.host(PriorityClass.NORMAL);

        try (var context = host.createBindContext(BindOptions.DEFAULT)) {
            await(bind(host, context, "script:a", recorder).completion());
        }

        assertThat(recorder.heard()).endsWith("stop:FAILED DENIED_BY_POLICY");
    }

    @Test
    void withoutADocumentThePolicyOfBundlesHolds() {
        fixture = new HostFixture(directory, BindPolicy.DEFAULT);
        fixture.driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);
        var host = fixture.plainHost();

        try (var context = host.createBindContext(BindOptions.DEFAULT)) {
            await(bind(host, context, "script:a", recorder).completion());
        }

        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
    }
}
