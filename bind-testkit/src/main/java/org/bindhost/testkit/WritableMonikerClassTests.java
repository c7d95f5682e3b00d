package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
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

    /** What follows is about classes that can append, and passes for the others. */
    @Test
    final void whatIsAppendedFollowsWhatIsThere() throws Exception {
        if (writableClass().canAppend()) {
            appendTo(random(700), random(LARGE_BYTES));
            appendTo(new byte[0], random(5));
            appendTo(random(5), new byte[0]);
        }
    }

    private void appendTo(byte[] old, byte[] more) throws BindException {
        write(old);
        var writer = append();
        writer.write(more, 65_536);
        assertThat(content()).isEqualTo(old);

        writer.commit();

        assertThat(content()).isEqualTo(concat(old, more));
    }

    @Test
    final void appendedToNothingItIsAllThereIs() throws Exception {
        if (writableClass().canAppend()) {
            var writer = append();
            writer.write(random(20), 7);

            writer.commit();

            assertThat(content()).isEqualTo(random(20));
        }
    }

    @Test
    final void anAppendThatIsAbortedLeavesTheOld() throws Exception {
        if (writableClass().canAppend()) {
            write(random(500));
            var before = everything();
            var writer = append();
            writer.write(random(400), 100);

            writer.abort();

            assertThat(content()).isEqualTo(random(500));
            assertThat(everything()).isEqualTo(before);
        }
    }

    /** Either both are there, or the second says that it could not follow what was there. */
    @Test
    final void ofTwoThatAppendNoneIsLostUnnoticed() throws Exception {
        if (writableClass().canAppend()) {
            write(random(500));
            var first = append();
            var second = append();
            first.write(random(10), 10);
            second.write(random(20), 10);
            first.commit();
            var both = concat(concat(random(500), random(10)), random(20));
            var expected = commits(second) ? both : concat(random(500), random(10));

            assertThat(content()).isEqualTo(expected);
        }
    }

    private static boolean commits(DemandWriter writer) {
        try {
            writer.commit();
            return true;
        } catch (BindException e) {
            assertThat(e.reason()).isEqualTo(BindException.Reason.CHANGED);
            return false;
        }
    }

    private DemandWriter append() throws BindException {
        var request = subject().request(writable()).appending();
        var stage = writableClass().create(request);
        return new DemandWriter(subject(), subject().await(stage), patience());
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
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
