package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.InputStream;
import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.core.CoreSettings;
import org.bindhost.storage.LockBytes;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is told that a spool is full. */
@Timeout(30)
class FullSpoolTest {

    private static final int ROOM = 1 << 16;

    @TempDir Path directory;

    private final Recorder first = new Recorder(BindInfo.PUSH);
    private final Recorder second = new Recorder(BindInfo.PUSH);

    private void begin(EngineFixture fixture, Recorder recorder, Class<?> type)
            throws BindException {
        var context = fixture.binder.createBindContext(BindOptions.DEFAULT);
        context.registerCallback(recorder);
        fixture.binder.bindToStorage(fixture.name("a"), context, type);
    }

    /** It has a reader by then, which has lost its bytes, and would never be told why. */
    @Test
    void whoeverHasJoinedAndHadNoTurnYetHearsThatTheSpoolIsFull() throws BindException {
        var fixture = new EngineFixture(new CoreSettings(2, 0, ROOM, ROOM, directory));
        var body = fixture.driver.on("a").body(new byte[4 * ROOM], announced(4 * ROOM), 0);
        begin(fixture, first, LockBytes.class);
        fixture.runAll();
        body.deliver(ROOM);
        fixture.runAll(); // to disk, as all is kept of what is read at random

        body.deliver(ROOM); // which has to follow, and then there is no room for it
        int waiting = fixture.threads.turns.waiting();
        begin(fixture, second, InputStream.class);
        assertThat(waiting).isPositive();
        fixture.runAll();
        body.deliverAll();
        fixture.runAll();

        assertThat(first.heard()).endsWith("stop:FAILED SPOOL_FULL");
        assertThat(second.heard()).endsWith("stop:FAILED SPOOL_FULL");
        assertThat(body.isCancelled()).isTrue();
    }
}
