package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.ParsedName;

/**
 * What holds for any text that somebody asks about, be it a name or not: it is answered soon, with
 * a value or the failure that is declared, and what was understood is read and loaded again, also
 * with an item behind it.
 *
 * <p><b>Threads.</b> Any thread may call it.
 */
public final class NameChecks {

    /** Of the processor, not of the clock: a busy machine is no fault of the parser. */
    private static final Duration MOST = Duration.ofSeconds(1);

    /** Longer texts, and names of more parts, are refused: they are not read again. */
    private static final int MOST_CHARS = 8192;

    private static final int MOST_PARTS = 64;

    /** Called as no file is that may lie about where names are tried. */
    private static final String ITEM = "!an item";

    private final Monikers monikers;

    /**
     * Creates the checks.
     *
     * @param monikers what is asked
     */
    public NameChecks(Monikers monikers) {
        this.monikers = monikers;
    }

    /**
     * Asks about a text.
     *
     * @param text any text
     * @param base what a relative name is relative to
     * @return the name, as far as the text was understood
     */
    public Optional<Moniker> parse(String text, Optional<Moniker> base) {
        long start = spent();
        ParsedName parsed = monikers.examine(text, base);
        assertSoon(start, text);
        assertThat(parsed.understood()).isBetween(0, text.length());
        assertThat(parsed.problem().isEmpty())
                .as("understood to its end")
                .isEqualTo(!text.isEmpty() && parsed.understood() == text.length());
        assertThat(parsed.moniker().isPresent()).isEqualTo(parsed.understood() > 0);
        assertThat(parsed.warnings().stream().mapToInt(String::length).sum())
                .as("chars of warnings")
                .isLessThan(MOST_CHARS);
        parsed.moniker().ifPresent(this::assertReadAgain);
        return parsed.moniker();
    }

    private void assertReadAgain(Moniker name) {
        String text = name.displayName();
        if (text.length() <= MOST_CHARS) {
            Moniker again = parsed(text);
            assertThat(again).as(text).isEqualTo(name).hasSameHashCodeAs(name);
            assertThat(again.displayName()).isEqualTo(text);
        }
        if (text.length() + ITEM.length() <= MOST_CHARS && name.parts().size() < MOST_PARTS) {
            assertEndsWhereAnItemBegins(name);
        }
        assertLoadedAgain(name);
    }

    private void assertEndsWhereAnItemBegins(Moniker name) {
        Moniker longer = parsed(name.displayName() + ITEM);
        assertThat(longer.left()).as(longer.displayName()).contains(name);
        assertThat(longer.last().text()).isEqualTo(ITEM);
    }

    private Moniker parsed(String text) {
        try {
            return monikers.parse(text);
        } catch (MonikerSyntaxException e) {
            throw new AssertionError("written and not read again: " + text, e);
        }
    }

    /**
     * Loads a text.
     *
     * @param text any text
     * @return the name, if it was a saved one
     */
    public Optional<Moniker> load(String text) {
        long start = spent();
        Optional<Moniker> loaded = loaded(text);
        assertSoon(start, text);
        loaded.ifPresent(this::assertLoadedAgain);
        return loaded;
    }

    private void assertLoadedAgain(Moniker name) {
        String saved = monikers.save(name);
        assertThat(saved).matches("[ -~]+");
        Optional<Moniker> again = loaded(saved);
        assertThat(again).as(saved).contains(name);
        assertThat(again.map(Moniker::displayName)).contains(name.displayName());
    }

    private Optional<Moniker> loaded(String text) {
        try {
            return Optional.of(monikers.load(text));
        } catch (MonikerSyntaxException e) {
            assertThat(e.understood()).isBetween(0, text.length());
            return Optional.empty();
        }
    }

    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void assertSoon(long start, String text) {
        assertThat(Duration.ofNanos(spent() - start)).as(text).isLessThan(MOST);
    }
}
