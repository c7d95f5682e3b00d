package org.bindhost.core.engine;

import java.io.InputStream;
import org.bindhost.bind.BindException;

/** A fetch of {@code a} that has not begun, in which seats are taken by hand. */
final class SeatTaker {

    final Fetch fetch;
    private final EngineFixture fixture;
    private final EngineBindContext context;
    private boolean hasAnother;

    /**
     * Makes the fetch.
     *
     * @param context whose callback says how to bind
     */
    SeatTaker(EngineFixture fixture, EngineBindContext context) throws BindException {
        this.fixture = fixture;
        this.context = context;
        this.fetch = new Fetch(fixture.engine.core(), call().handOver(), () -> {});
    }

    private BindCall call() throws BindException {
        return new BindCall(fixture.engine, fixture.binder, fixture.name("a"), context, true);
    }

    /** Takes a seat for a stream, which has not joined. */
    Reading<InputStream> take() throws BindException {
        var cursor = fetch.seats().cursor().orElseThrow();
        var stream = new CursorInputStream(cursor, () -> true, () -> {});
        return new Reading<>(call(), fetch, stream, InputStream.class, () -> {});
    }

    /** Takes one more seat, if there is any. */
    void tryAnother() {
        hasAnother = fetch.seats().cursor().isPresent();
    }

    /** Whether there was any. */
    boolean hasAnother() {
        return hasAnother;
    }
}
