package org.bindhost.moniker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name that can be bound: one part, or several that are followed from left to right.
 *
 * <p><b>Life.</b> A moniker is a value. It holds nothing open and refers to no bundle, so it may be
 * kept, compared, hashed, printed and saved while the bundle that understands it is stopped,
 * updated and started again.
 *
 * <p><b>Source.</b> {@code IMoniker}, whose behaviour is split off into {@link
 * org.bindhost.spi.MonikerClass} and {@link Monikers}; a moniker of several parts is the generic
 * composite, flat by construction.
 *
 * @param parts what the name consists of, leftmost first; at least one
 */
public record Moniker(List<MonikerPart> parts) {

    /** Copies the parts and checks that there is one. */
    public Moniker {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a moniker has at least one part");
        }
    }

    /**
     * Returns a moniker of one part.
     *
     * @param part its only part
     * @return the moniker
     */
    public static Moniker of(MonikerPart part) {
        return new Moniker(List.of(part));
    }

    /**
     * Returns the part that is bound last, with all others to its left.
     *
     * @return the rightmost part
     */
    public MonikerPart last() {
        return parts.get(parts.size() - 1);
    }

    /**
     * Returns what stands to the left of {@link #last()}.
     *
     * @return all parts but the last, or empty if there is only one
     */
    public Optional<Moniker> left() {
        return isComposite()
                ? Optional.of(new Moniker(parts.subList(0, parts.size() - 1)))
                : Optional.empty();
    }

    /**
     * Tells whether this is a generic composite.
     *
     * @return {@code true} if there is more than one part
     */
    public boolean isComposite() {
        return parts.size() > 1;
    }

    /**
     * Returns the name as a person would write it.
     *
     * @return the texts of the parts, one after another
     */
    public String displayName() {
        return parts.stream().map(MonikerPart::text).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return displayName();
    }
}
