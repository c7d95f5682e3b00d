package org.bindhost.moniker;

import java.util.ArrayList;
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
 * @param problem what could not be understood, and why; or empty if all was
 * @param warnings what a person should know before trusting the name, such as letters that look
 *     like others
 */
public record ParsedName(
        String text,
        List<Step> steps,
        int understood,
        Optional<String> problem,
        List<String> warnings) {

    /** Copies the steps and the warnings. */
    public ParsedName {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns the moniker of the part that was understood.
     *
     * @return the moniker, or empty if nothing was understood
     */
    public Optional<Moniker> moniker() {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var parts = new ArrayList<MonikerPart>(steps.size());
        for (Step step : steps) {
            parts.add(step.part());
        }
        return Optional.of(new Moniker(parts));
    }

    /**
     * One part and who recognised it.
     *
     * @param part the part
     * @param driver the driver, in the words of {@link org.bindhost.inspect.DriverSnapshot#name()},
     *     or the {@link org.bindhost.spi.DisplayNameParser}
     * @param missing what must be there before the part can be bound, and is not at the moment;
     *     empty if nothing is
     */
    public record Step(MonikerPart part, String driver, Optional<String> missing) {}
}
