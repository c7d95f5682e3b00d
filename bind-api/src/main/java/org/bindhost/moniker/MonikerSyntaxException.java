package org.bindhost.moniker;

import java.util.Optional;

/** A text is no name that a class now present understands. */
public final class MonikerSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final int understood;
    private final transient Moniker prefix;

    /**
     * Creates an exception from what a parse found out.
     *
     * @param parsed the parse, with its problem
     * @throws IllegalArgumentException if the parse had no problem
     */
    public MonikerSyntaxException(ParsedName parsed) {
        super(parsed.problem().orElseThrow(() -> new IllegalArgumentException("no problem")));
        this.text = parsed.text();
        this.understood = parsed.understood();
        this.prefix = parsed.moniker().orElse(null);
    }

    /**
     * Returns the text that was parsed.
     *
     * @return the whole text, unchanged
     */
    public String text() {
        return text;
    }

    /**
     * Returns how many leading {@code char}s were understood.
     *
     * @return 0 or more, and less than the length of the text unless the text is empty
     */
    public int understood() {
        return understood;
    }

    /**
     * Returns the moniker of the part that was understood.
     *
     * @return the moniker, or empty if nothing was, or this exception was serialised
     */
    public Optional<Moniker> prefix() {
        return Optional.ofNullable(prefix);
    }
}
