package org.bindhost.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.MonikerClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the author of a class hands in, and what the tests make of it. */
abstract class Prepared {

    static final int ENOUGH_BYTES = 64;
    static final long MORE_THAN_ENOUGH = 1L << 40;

    private Optional<Subject> prepared = Optional.empty();

    /**
     * Returns the class to test. Called before each test, and before any {@code @BeforeEach} of the
     * extending class.
     *
     * @return the class
     * @throws Exception to fail the test
     */
    protected abstract MonikerClass monikerClass() throws Exception;

    /**
     * Returns names of the class and what each denotes without a redirect, at least one of them of
     * 64 bytes or more, and none of so many that a grant for each byte takes too long.
     *
     * @return the bytes by name
     */
    protected abstract Map<String, byte[]> contents();

    /**
     * Returns a name of the class for which there is nothing.
     *
     * @return the name
     */
    protected abstract String missing();

    /**
     * Returns how opening {@link #missing()} fails.
     *
     * @return the reason: {@code NOT_FOUND} unless overridden
     */
    protected Reason reasonForMissing() {
        return Reason.NOT_FOUND;
    }

    /**
     * Returns texts that are no names of the class.
     *
     * @return the texts, by default of a scheme that nobody has
     */
    protected List<String> foreign() {
        return List.of("nobodys-scheme:thing", "nobodys-scheme://host/thing");
    }

    /**
     * Returns what the names stand to the right of. Of a class that is to be tested as {@link
     * org.bindhost.spi.ItemMonikerClass} the names handed in begin with the delimiter.
     *
     * @return what, such as a {@link ReadyOperand}; by default nothing
     * @throws Exception to fail the test
     */
    protected Optional<LeftOperand> left() throws Exception {
        return Optional.empty();
    }

    /**
     * Returns how long the class may take for anything.
     *
     * @return how long, by default 10 seconds
     */
    protected Duration patience() {
        return Duration.ofSeconds(10);
    }

    @BeforeEach
    final void takeTheClass() throws Exception {
        prepared = Optional.of(new Subject(monikerClass(), left(), patience()));
    }

    @AfterEach
    final void letGoOfWhatWasOpened() {
        prepared.ifPresent(Subject::close);
    }

    final Subject subject() {
        return prepared.orElseThrow();
    }

    final List<String> names() {
        List<String> names = new ArrayList<>(contents().keySet());
        names.add(missing());
        return names;
    }

    final String largest() {
        return contents().entrySet().stream()
                .max(Comparator.comparing(entry -> entry.getValue().length))
                .orElseThrow()
                .getKey();
    }

    /** Absence is proved by having the driver do something else meanwhile, from start to end. */
    final void readAnother() throws BindException {
        subject().read(largest()).start().readAll(() -> 1_000);
    }

    static Callable<Void> done(Runnable action) {
        return () -> {
            action.run();
            return null;
        };
    }
}
