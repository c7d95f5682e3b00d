package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.bindhost.bind.BindException;
import org.bindhost.spi.WritableMonikerClass;
import org.junit.jupiter.api.Test;

/** Proves that a {@link WritableMonikerClass} keeps its contract, that of reading included. */
public abstract class WritableMonikerClassTests extends MonikerClassTests {

    /** More than a driver is likely to ask for ahead, so that it has to ask again. */
    private static final int LARGE_BYTES = 3_000_000;

    /** For the classes that extend this one. */
    protected WritableMonikerClassTests() {}

    /**
     * Returns a name for which there is nothing yet and that can be written.
     *
     * @return the name, the same for the whole of a test
     */
    protected abstract String writable();

    /**
     * Returns what exists where the class keeps what is written, temporary things included.
     *
     * @return the names of it all
     * @throws Exception to fail the test
     */
    protected abstract List<String> everything() throws Exception;

    @Test
    final void whatIsWrittenAppearsWholeAtTheCommit() throws Exception {
        var bytes = random(LARGE_BYTES);
        var writer = create();
        writer.write(bytes, 65_536);
        assertNothingIsThere();

        writer.commit();

        assertThat(content()).isEqualTo(bytes);
    }

    @Test
    final void whatIsWrittenByteByByteIsTheSame() throws Exception {
        var bytes = random(300);
        var writer = create();
        writer.write(bytes, 1);

        writer.commit();

        assertThat(content()).isEqualTo(bytes);
    }

    @Test
    final void nothingCanBeWritten() throws Exception {
        create().commit();

        assertThat(content()).isEmpty();
    }

    @Test
    final void theOldStandsUntilTheCommitReplacesIt() throws Exception {
        var old = random(500);
        write(old);
        var writer = create();
        writer.write(random(400), 100);
        assertThat(content()).isEqualTo(old);

        writer.commit();

        assertThat(content()).isEqualTo(random(400));
    }

    @Test
    final void anAbortLeavesNothing() throws Exception {
        var before = everything();
        var writer = create();
        writer.write(random(500), 100);

        writer.abort();
        writer.abort();

        assertNothingIsThere();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    final void anAbortLeavesTheOld() throws Exception {
        var old = random(500);
        write(old);
        var before = everything();
        var writer = create();
        writer.write(random(400), 100);

        writer.abort();

        assertThat(content()).isEqualTo(old);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    final void abortedBeforeItStartsItLeavesNothing() throws Exception {
        var before = everything();
        var upload = writableClass().create(subject().request(writable()));

        subject().await(upload).abort();

        assertNothingIsThere();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    final void anAbortAfterTheCommitHasNoEffect() throws Exception {
        var bytes = random(500);
        var writer = create();
        writer.write(bytes, 100);
        writer.commit();

        writer.abort();

        assertThat(content()).isEqualTo(bytes);
    }

    @Test
    final void aCommitLeavesNothingElse() throws Exception {
        write(random(10));
        var before = everything();

        write(random(20));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    final void anAbortDuringTheWritesLeavesNothing() throws Exception {
        var before = everything();
        var writer = create();
        writer.write(random(100), 100);

        subject()
                .inParallel(
                        List.of(
                                done(writer::abort),
                                done(() -> writer.writeUntilRefused(random(LARGE_BYTES)))));

        assertNothingIsThere();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    final void twoWritersDoNotMix() throws Exception {
        var first = create();
        var second = create();
        first.write(random(1_000), 300);
        second.write(random(700), 300);
        first.commit();
        assertThat(content()).isEqualTo(random(1_000));

        second.commit();

        assertThat(content()).isEqualTo(random(700));
    }

    private void write(byte[] bytes) throws BindException {
        var writer = create();
        writer.write(bytes, 100);
        writer.commit();
    }

    private DemandWriter create() throws BindException {
        var stage = writableClass().create(subject().request(writable()));
        return new DemandWriter(subject(), subject().await(stage), patience());
    }

    private WritableMonikerClass writableClass() {
        return (WritableMonikerClass) subject().tested();
    }

    private byte[] content() throws BindException {
        return subject().read(writable()).start().readAll(() -> 1_000_000);
    }

    private void assertNothingIsThere() {
        assertThatThrownBy(() -> subject().read(writable()))
                .hasFieldOrPropertyWithValue("reason", reasonForMissing());
    }

    /** The same bytes for the same length, and others for another. */
    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
