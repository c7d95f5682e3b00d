package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Validator;
import org.bindhost.spi.WritableMonikerClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Proves that a {@link MonikerClass} keeps its contract. Its author extends this class, hands in
 * the class and some of its names, and runs it. A class that can be written extends {@link
 * WritableMonikerClassTests} instead.
 */
@Timeout(60)
public abstract class MonikerClassTests extends NameTests {

    /** For the classes that extend this one. */
    protected MonikerClassTests() {}

    @Test
    final void handsInEnoughAndLeavesNoTestOut() {
        assertThat(contents().values()).anyMatch(bytes -> bytes.length >= ENOUGH_BYTES);
        assertThat(this instanceof WritableMonikerClassTests)
                .as("a writable class, and no other, extends WritableMonikerClassTests")
                .isEqualTo(subject().tested() instanceof WritableMonikerClass);
    }

    @Test
    final void theLengthAnnouncedIsTheLengthDelivered() throws Exception {
        for (var entry : contents().entrySet()) {
            var expected = entry.getValue().length;
            assertThat(subject().info(entry.getKey()).length().orElse(expected))
                    .as(entry.getKey())
                    .isEqualTo(expected);
        }
    }

    @Test
    final void anOpenThatIsCancelledStillEnds() {
        var request = subject().request(largest());
        var stage = subject().tested().open(request);
        request.cancel();

        try {
            subject().read(subject().await(stage)).cancel();
        } catch (BindException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Test
    final void whatIsNotThereFailsWithAReason() {
        assertThatThrownBy(() -> subject().read(missing()))
                .hasFieldOrPropertyWithValue("reason", reasonForMissing())
                .message()
                .isNotBlank();
    }

    @Test
    final void aRangeIsHonouredWhereRangesAreAnnounced() throws Exception {
        if (subject().info(largest()).ranges()) {
            int length = contents().get(largest()).length;
            readsRange(new ByteRange(0, OptionalLong.of(1)));
            readsRange(new ByteRange(length / 2, OptionalLong.of(5)));
            readsRange(new ByteRange(length - 1, OptionalLong.of(1)));
            readsRange(new ByteRange(length / 3, OptionalLong.empty()));
        }
    }

    @Test
    final void aConditionThatDoesNotHoldIsAnsweredFromTheFirstByte() throws Exception {
        var request =
                subject()
                        .request(largest())
                        .with(new ByteRange(5, OptionalLong.empty()))
                        .with(new Validator("\"of no state it ever had\"", true));

        var content = subject().open(request);

        assertThat(content).hasFieldOrPropertyWithValue("offset", 0L);
        assertThat(subject().read(content).start().readAll(() -> 100))
                .isEqualTo(contents().get(largest()));
    }

    @Test
    final void severalAtOnceAreIndependentOnOneThread() throws Exception {
        var names = List.copyOf(contents().keySet());
        List<DemandReader> readers = new ArrayList<>();
        for (var name : Collections.nCopies(2, names).stream().flatMap(List::stream).toList()) {
            readers.add(subject().read(name).start());
        }

        for (int round = 1; round <= ENOUGH_BYTES; round++) {
            for (var reader : readers) {
                reader.grant(1);
                reader.awaitBytes(round);
            }
        }

        for (int i = 0; i < readers.size(); i++) {
            assertThat(readers.get(i).readAll(() -> 100))
                    .isEqualTo(contents().get(names.get(i % names.size())));
        }
    }

    @Test
    final void severalAtOnceAreIndependentOnManyThreads() throws Exception {
        subject()
                .inParallel(
                        Collections.nCopies(
                                8,
                                () -> {
                                    delivers(() -> 100);
                                    return null;
                                }));
    }

    private void readsRange(ByteRange range) throws BindException {
        var content = subject().open(subject().request(largest()).with(range));
        var whole = contents().get(largest());
        int from = (int) range.offset();
        int to = (int) range.length().orElse(whole.length - range.offset()) + from;

        assertThat(content).hasFieldOrPropertyWithValue("offset", range.offset());
        assertThat(subject().read(content).start().readAll(() -> 7))
                .as(range.toString())
                .isEqualTo(Arrays.copyOfRange(whole, from, to));
    }
}
