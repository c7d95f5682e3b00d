package org.bindhost.core.naming;

import java.util.List;
import java.util.Optional;
import org.bindhost.moniker.ParsedName.Step;
import org.bindhost.spi.Recognition;

/**
 * What someone makes of a text.
 *
 * @param steps the parts recognised; none if nothing was
 * @param length how many {@code char}s they take up
 * @param warnings what a person should know
 * @param malformed what is wrong with a text that is no name and looks like one
 */
record Claim(
        List<Step> steps,
        int length,
        List<String> warnings,
        Optional<Recognition.Malformed> malformed) {

    static final Claim NONE = new Claim(List.of(), 0, List.of(), Optional.empty());

    static Claim malformed(Recognition.Malformed malformed) {
        return new Claim(List.of(), 0, List.of(), Optional.of(malformed));
    }

    boolean isFound() {
        return !steps.isEmpty();
    }
}
