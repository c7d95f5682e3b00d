package org.bindhost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.RelativePath;
import org.bindhost.testkit.NameChecks;

/**
 * Texts from strangers, asked of the drivers of files and of URLs. The build tries those that are
 * kept beside this class; {@code JAZZER_FUZZ=1} looks for more.
 */
class DriverNamesFuzzTest {

    private static final Monikers MONIKERS = Drivers.monikers();

    private final NameChecks checks = new NameChecks(MONIKERS);

    /** A text, and after a line feed, which no name has, the base. */
    @FuzzTest(maxDuration = "10m")
    void parse(byte[] data) {
        String[] texts = new String(data, StandardCharsets.UTF_8).split("\n", 2);
        Optional<Moniker> base =
                texts.length > 1 ? checks.parse(texts[1], Optional.empty()) : Optional.empty();

        var name = checks.parse(texts[0], base);

        if (name.isPresent() && base.isPresent()) {
            calculate(base.get(), name.get());
        }
    }

    private static void calculate(Moniker from, Moniker to) {
        try {
            var common = MONIKERS.commonPrefix(from, to);
            assertThat(MONIKERS.commonPrefix(to, from).isPresent()).isEqualTo(common.isPresent());
            MONIKERS.compose(from, to);
            RelativePath path = MONIKERS.relativePath(from, to);
            if (path.isRelative() && path.path().isPresent()) {
                assertThat(MONIKERS.compose(from, path.path().get())).contains(to);
            }
        } catch (BindException e) {
            assertThat(e.reason())
                    .isIn(
                            BindException.Reason.SYNTAX,
                            BindException.Reason.UNSUPPORTED,
                            BindException.Reason.NOT_BINDABLE);
        }
    }
}
