package org.bindhost.moniker;

import java.util.List;
import java.util.Optional;

/**
 * How a display name was understood, as far as it was.
 *
 * <p>Source: {@code MkParseDisplayName}, whose {@code pchEaten} is {@link #understood()}.
 *
 * @param text the text that was parsed, unchanged
 * @param steps the parts found, leftmost first, each with who claimed it
 * @param understood how many {@code char}s of the text make up those parts
 * @param problem what could not be understood, or empty if all was
 */
public record ParsedName(String text, List<Step> steps, int understood, Optional<String> problem) {

    /** Copies the steps. */
    public ParsedName {
        steps = List.copyOf(steps);
    }

    /**
     * Returns the moniker of the part that was understood.
     *
     * @return the moniker, or empty if nothing was understood
     */
    public Optional<Moniker> moniker() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Moniker(steps.stream().map(Step::part).toList()));
    }

    /**
     * One part and the driver that recognised it.
     *
     * @param part the part
     * @param driver the driver, in the words of {@link org.bindhost.inspect.DriverSnapshot#name()}
     */
    public record Step(MonikerPart part, String driver) {}
}
