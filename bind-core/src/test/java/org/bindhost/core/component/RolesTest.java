package org.bindhost.core.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult.Bound;
import org.bindhost.bind.Requester;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.core.policy.Asked;
import org.bindhost.core.policy.OrderedRule;
import org.bindhost.core.policy.Place;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;

/** Which bundles are more than themselves, told by the framework and not by their word. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RolesTest {

    private static final String SHELL = "org.bindhost.shell";
    private static final String HOST = "org.bindhost.host";
    private static final Requester DOCUMENT =
            new Requester("some.control", Optional.of("http://site.example/doc"));

    @TempDir private static Path directory;

    private final EngineComponent engine = engine(Map.of());
    private final ScriptedDriver driver = new ScriptedDriver();

    @BeforeEach
    void add() {
        driver.on("a").content("abc");
        engine.engine()
                .addDriver(
                        driver, new DriverTraits("script", "script", List.of("script"), 0), driver);
    }

    @AfterEach
    void close() {
        engine.deactivate();
    }

    private static EngineComponent engine(Map<String, Object> configured) {
        try {
            var bundle =
                    answering(
                            BundleContext.class,
                            Map.of("getDataFile", directory.resolve("spool").toFile()));
            return new EngineComponent(configuration(configured), bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not configured is as the description of the configuration has it. */
    private static EngineConfiguration configuration(Map<String, Object> configured) {
        return (EngineConfiguration)
                Proxy.newProxyInstance(
                        RolesTest.class.getClassLoader(),
                        new Class<?>[] {EngineConfiguration.class},
                        (proxy, method, arguments) ->
                                configured.getOrDefault(
                                        method.getName(), method.getDefaultValue()));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answers.get(method.getName())));
    }

    private String read(String bundle, BindOptions options) throws Exception {
        var using = answering(Bundle.class, Map.of("getSymbolicName", bundle));
        var binder =
                new BinderComponent(
                        engine, answering(ComponentContext.class, Map.of("getUsingBundle", using)));
        try (var context = binder.createBindContext(options)) {
            var name = engine.engine().monikers().parse("script:a");
            var result = binder.bindToStorage(name, context, InputStream.class);
            return new String(((Bound<InputStream>) result).value().readAllBytes(), UTF_8);
        } finally {
            binder.deactivate();
        }
    }

    private void assertDenied(String bundle, BindOptions options, String policy) {
        assertThatThrownBy(() -> read(bundle, options))
                .hasFieldOrPropertyWithValue("reason", Reason.DENIED_BY_POLICY)
                .hasMessageContaining("refused by policy \"" + policy + "\"");
    }

    private void rule(String name, Map<String, String> options) {
        engine.engine().policies().put(name, OrderedRule.of(name, options));
    }

    @Test
    void theShellAloneBindsForAPerson() throws Exception {
        rule("no code", Map.of("zones", "bundle", "policy", "none"));

        assertThat(read(SHELL, BindOptions.DEFAULT)).isEqualTo("abc");
        assertDenied("some.bundle", BindOptions.DEFAULT, "no code");
        assertDenied(
                "some.bundle",
                BindOptions.DEFAULT.withRequester(new Requester(SHELL, Optional.empty())),
                "no code");
    }

    @Test
    void whatAPersonMayDoIsConfigured() {
        rule("nobody", Map.of("zones", "person", "policy", "none"));

        assertDenied(SHELL, BindOptions.DEFAULT, "nobody");
    }

    @Test
    void theHostAloneIsBelieved() throws Exception {
        rule("scripts", Map.of("zones", "document", "classes", "script"));
        rule("no code", Map.of("zones", "bundle", "policy", "none"));
        var options = BindOptions.DEFAULT.withRequester(DOCUMENT);

        assertThat(read(HOST, options)).isEqualTo("abc");
        assertDenied("some.bundle", options, "no code");
    }

    /** Rules come one by one after the engine; a bind that was made before would escape them. */
    @Test
    void untilAllRulesAreThereNothingIsAllowed() throws Exception {
        engine.modified(configuration(Map.of("policy_rules", 2)));

        assertDenied(SHELL, BindOptions.DEFAULT, "policy.rules: 0 of 2 are there");
        rule("a", Map.of("policy", "open"));
        assertDenied(SHELL, BindOptions.DEFAULT, "policy.rules: 1 of 2 are there");
        rule("a", Map.of("policy", "person"));
        assertDenied("some.bundle", BindOptions.DEFAULT, "policy.rules: 1 of 2 are there");
        rule("b", Map.of("policy", "open"));
        assertThat(read(SHELL, BindOptions.DEFAULT)).isEqualTo("abc");
        engine.engine().policies().remove("b");
        assertDenied(SHELL, BindOptions.DEFAULT, "policy.rules: 1 of 2 are there");
        engine.modified(configuration(Map.of()));
        assertThat(read(SHELL, BindOptions.DEFAULT)).isEqualTo("abc");
    }

    @Test
    void anEngineThatWaitsForRulesDoesSoFromItsBeginning() {
        var waiting = engine(Map.of("policy_rules", 1));
        try {
            var caller = new Requester(SHELL, Optional.empty());
            var permit = waiting.engine().policies().permit(caller, Optional.empty());
            var asked =
                    new Asked(
                            "a",
                            List.of(new Place("script", false, false, Optional.empty())),
                            false,
                            false,
                            List.of());

            assertThatThrownBy(() -> permit.check(asked)).hasMessageContaining("0 of 1 are there");
        } finally {
            waiting.deactivate();
        }
    }

    @Test
    void whoHasARoleChangesAtOnce() throws Exception {
        rule("no code", Map.of("zones", "bundle", "policy", "none"));

        engine.modified(configuration(Map.of("persons", new String[] {"my.shell"})));

        assertThat(read("my.shell", BindOptions.DEFAULT)).isEqualTo("abc");
        assertDenied(SHELL, BindOptions.DEFAULT, "no code");
    }
}
