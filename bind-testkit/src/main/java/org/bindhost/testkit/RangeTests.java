package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Validator;
import org.junit.jupiter.api.Test;

/**
 * Parts are parts of the whole. A class is held to that where it announces ranges; what it answers
 * to a condition that does not hold, everywhere.
 */
abstract class RangeTests extends NameTests {

    @Test
    final void aRangeIsHonouredWhereRangesAreAnnounced() throws Exception {
        if (hasRanges()) {
            readsRange(new ByteRange(0, OptionalLong.of(1)));
            readsRange(new ByteRange(whole().length / 2, OptionalLong.of(5)));
            readsRange(new ByteRange(whole().length / 3, OptionalLong.empty()));
            readsRange(new ByteRange(0, OptionalLong.empty()));
        }
    }

    @Test
    final void theWholeByPartsIsTheWhole() throws Exception {
        if (hasRanges()) {
            int step = whole().length / 7 + 1;
            var parts = new ByteArrayOutputStream();
            for (long at = 0; at < whole().length; at += step) {
                parts.writeBytes(read(part(new ByteRange(at, OptionalLong.of(step)))));
            }

            assertThat(parts.toByteArray()).isEqualTo(whole());
        }
    }

    @Test
    final void aRangeAtTheEndStopsThere() throws Exception {
        if (hasRanges()) {
            int last = whole().length - 1;
            readsRange(new ByteRange(last, OptionalLong.of(1)));
            readsRange(new ByteRange(last, OptionalLong.empty()));
            readsRange(new ByteRange(last, OptionalLong.of(MORE_THAN_ENOUGH)));
            readsRange(new ByteRange(last - 5L, OptionalLong.of(Long.MAX_VALUE)));
        }
    }

    @Test
    final void aRangeBehindTheEndIsOutOfRange() throws Exception {
        if (hasRanges()) {
            for (long offset : new long[] {whole().length, whole().length + 1L, 1L << 40}) {
                assertThatThrownBy(() -> read(part(new ByteRange(offset, OptionalLong.of(1)))))
                        .as("from byte %d of %d", offset, whole().length)
                        .hasFieldOrPropertyWithValue("reason", Reason.OUT_OF_RANGE);
            }
        }
    }

    /** What is announced with a part is announced of the whole. */
    @Test
    final void ofAPartTheSameIsAnnouncedAsOfTheWhole() throws Exception {
        if (hasRanges()) {
            var content = part(new ByteRange(1, OptionalLong.of(2)));
            read(content);

            var announced = subject().info(largest());
            assertThat(Subject.info(content).length().orElse(whole().length))
                    .isEqualTo(whole().length);
            assertThat(Subject.info(content))
                    .usingRecursiveComparison()
                    .ignoringFields("length")
                    .isEqualTo(announced);
        }
    }

    /** Under a strong validator; a weak one promises too little for that. */
    @Test
    final void aConditionThatHoldsIsAnsweredWithTheRange() throws Exception {
        ContentInfo info = subject().info(largest());
        if (info.ranges() && info.validator().filter(Validator::strong).isPresent()) {
            var range = new ByteRange(5, OptionalLong.of(9));
            var request = subject().request(largest()).with(range);

            var content = subject().open(request.with(info.validator().get()));

            assertThat(content).hasFieldOrPropertyWithValue("offset", 5L);
            assertThat(read(content)).isEqualTo(Arrays.copyOfRange(whole(), 5, 14));
        }
    }

    @Test
    final void aConditionThatDoesNotHoldIsAnsweredFromTheFirstByte() throws Exception {
        for (boolean strong : new boolean[] {true, false}) {
            var request =
                    subject()
                            .request(largest())
                            .with(new ByteRange(5, OptionalLong.of(9)))
                            .with(new Validator("\"of-no-state-it-ever-had\"", strong));

            var content = subject().open(request);

            assertThat(content).hasFieldOrPropertyWithValue("offset", 0L);
            assertThat(read(content)).isEqualTo(whole());
        }
    }

    private boolean hasRanges() throws BindException {
        return subject().info(largest()).ranges();
    }

    private byte[] whole() {
        return contents().get(largest());
    }

    private Content part(ByteRange range) throws BindException {
        return subject().open(subject().request(largest()).with(range));
    }

    private byte[] read(Content content) {
        return subject().read(content).start().readAll(() -> 1_000);
    }

    private void readsRange(ByteRange range) throws BindException {
        var content = part(range);
        int from = (int) range.offset();
        int rest = whole().length - from;
        int to = from + (int) Math.min(rest, range.length().orElse(rest));

        assertThat(content).hasFieldOrPropertyWithValue("offset", range.offset());
        assertThat(subject().read(content).start().readAll(() -> 7))
                .as(range.toString())
                .isEqualTo(Arrays.copyOfRange(whole(), from, to));
    }
}
