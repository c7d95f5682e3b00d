package org.bindhost.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bindhost.spi.MonikerClass;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The kit run against a driver with the fault that the run is configured with. */
@ExtendWith(FaultyDriverKit.FaultOfTheRun.class)
final class FaultyDriverKit extends WritableMonikerClassTests {

    static final String FAULT = "org.bindhost.testkit.fault";

    private final FaultyDriver driver;

    FaultyDriverKit(Fault fault) {
        driver = new FaultyDriver(fault, contents());
    }

    @Override
    protected MonikerClass monikerClass() {
        return driver;
    }

    @Override
    protected Map<String, byte[]> contents() {
        return Map.of(
                "script:short", "ab".getBytes(UTF_8),
                "script:long", "0123456789".repeat(30).getBytes(UTF_8));
    }

    @Override
    protected String missing() {
        return "script:missing";
    }

    @Override
    protected String writable() {
        return "script:new";
    }

    @Override
    protected List<String> everything() {
        return driver.leftovers();
    }

    @Override
    protected Duration patience() {
        return Duration.ofMillis(300); // the drivers answer at once, or never
    }

    static final class FaultOfTheRun implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext run) {
            return parameter.getParameter().getType() == Fault.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext run) {
            return Fault.valueOf(run.getConfigurationParameter(FAULT).orElseThrow());
        }
    }
}
