package org.bindhost.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.MonikerClass;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The kit run against a class of items with the fault that the run is configured with. */
@ExtendWith(FaultyItemsKit.FaultOfTheRun.class)
final class FaultyItemsKit extends MonikerClassTests {

    static final String FAULT = "org.bindhost.testkit.item-fault";

    private static final String TEXT = "0123456789".repeat(10);

    private final MonikerClass items;

    FaultyItemsKit(ItemFault fault) {
        items = new FaultyItems(fault);
    }

    @Override
    protected MonikerClass monikerClass() {
        return items;
    }

    @Override
    protected Map<String, byte[]> contents() {
        return Map.of("!0", TEXT.getBytes(UTF_8), "!97", "789".getBytes(UTF_8));
    }

    @Override
    protected String missing() {
        return "!100";
    }

    @Override
    protected Optional<LeftOperand> left() {
        var moniker = Moniker.of(new MonikerPart("text", "digits", "text:digits"));
        return Optional.of(ReadyOperand.of(moniker, String.class, TEXT));
    }

    @Override
    protected Duration patience() {
        return Duration.ofMillis(300); // they answer at once, or never
    }

    static final class FaultOfTheRun implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext run) {
            return parameter.getParameter().getType() == ItemFault.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext run) {
            return ItemFault.valueOf(run.getConfigurationParameter(FAULT).orElseThrow());
        }
    }
}
