package org.bindhost.core.naming;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.Moniker;
import org.bindhost.testkit.NameChecks;

/**
 * Texts from strangers. The build tries those that are kept beside this class; {@code
 * JAZZER_FUZZ=1} looks for more.
 */
class NamesFuzzTest {

    private final Names names = AnyNames.fixture().names;
    private final NameChecks checks = new NameChecks(names);

    /** A text, and after a line feed, which no name has, the base. */
    @FuzzTest(maxDuration = "10m")
    void parse(byte[] data) throws BindException {
        String[] texts = text(data).split("\n", 2);
        Optional<Moniker> base =
                texts.length > 1 ? checks.parse(texts[1], Optional.empty()) : Optional.empty();

        var name = checks.parse(texts[0], base);

        if (name.isPresent()) {
            names.commonPrefix(name.get(), base.orElse(name.get()));
            names.reduce(name.get());
        }
    }

    @FuzzTest(maxDuration = "10m")
    void load(byte[] data) {
        checks.load(text(data));
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }
}
