package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The kit is worth something only if a bad driver fails it. */
class FaultsAreFoundTest {

    @Test
    void aDriverWithoutFaultPasses() {
        assertThat(failedTests(Fault.NONE, selectClass(FaultyDriverKit.class))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFaultFailsTheTestThatIsThereForIt(Fault fault) {
        var test = selectMethod(FaultyDriverKit.class, fault.foundBy());

        assertThat(failedTests(fault, test)).containsExactly(fault.foundBy() + "()");
    }

    @Test
    void aClassOfItemsWithoutFaultPasses() {
        assertThat(failedTests(ItemFault.NONE, selectClass(FaultyItemsKit.class))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFaultOfAClassOfItemsFailsTheTestThatIsThereForIt(ItemFault fault) {
        var test = selectMethod(FaultyItemsKit.class, fault.foundBy());

        assertThat(failedTests(fault, test)).containsExactly(fault.foundBy() + "()");
    }

    private static List<String> failedTests(Fault fault, DiscoverySelector tests) {
        return failedTests(FaultyDriverKit.FAULT, fault, tests);
    }

    private static List<String> failedTests(ItemFault fault, DiscoverySelector tests) {
        return failedTests(FaultyItemsKit.FAULT, fault, tests);
    }

    private static List<String> failedTests(
            String parameter, Enum<?> fault, DiscoverySelector tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(tests)
                .configurationParameter(parameter, fault.name())
                .execute()
                .testEvents()
                .failed()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }
}
