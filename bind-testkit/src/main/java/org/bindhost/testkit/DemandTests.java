package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Content;
import org.junit.jupiter.api.Test;

/**
 * Bytes move on demand. Bodies and channels are held to the same tests: a channel is read by demand
 * as an engine does.
 */
abstract class DemandTests extends Prepared {

    @Test
    final void deliversTheContentByteByByte() throws Exception {
        delivers(() -> 1);
    }

    @Test
    final void deliversTheContentInSevens() throws Exception {
        delivers(() -> 7);
    }

    @Test
    final void deliversTheContentInRandomPortions() throws Exception {
        var random = new Random(7);
        delivers(() -> 1 + random.nextInt(300));
    }

    @Test
    final void deliversTheContentGrantedAtOnce() throws Exception {
        delivers(() -> MORE_THAN_ENOUGH);
    }

    @Test
    final void noBytesComeBeforeTheyAreGranted() throws Exception {
        var reader = subject().read(largest()).start();

        readAnother();

        assertThat(reader.received()).isEmpty();
        reader.check();
    }

    @Test
    final void noMoreBytesComeThanAreGranted() throws Exception {
        var reader = subject().read(largest()).start();
        reader.grant(3);
        reader.awaitBytes(3);

        readAnother();

        assertThat(reader.received()).hasSize(3);
        reader.check();
    }

    @Test
    final void grantedFromWithinItDoesNotCallTwiceAtOnce() throws Exception {
        var reader = subject().read(largest()).start();
        reader.whenBytesCome(() -> reader.grant(1));

        reader.grant(1);
        reader.awaitBytes(MORE_THAN_ENOUGH);

        assertThat(reader.received()).isEqualTo(contents().get(largest()));
        reader.check();
    }

    @Test
    final void completesOnceAndAtTheLatestWhenMoreIsRequested() throws Exception {
        for (var entry : contents().entrySet()) {
            int length = entry.getValue().length;
            var reader = subject().read(entry.getKey()).start();
            reader.grant(Math.max(1, length));
            reader.awaitBytes(length);
            reader.grant(1);
            reader.awaitBytes(length + 1L);

            readAnother();

            assertThat(reader.isOver()).as("end of " + entry.getKey()).isTrue();
            reader.check();
        }
    }

    @Test
    final void cancelledBeforeItStartsItLetsGo() throws Exception {
        var reader = subject().read(largest());

        reader.cancel();
        reader.cancel();

        readAnother();
        reader.check();
    }

    @Test
    final void cancelledInTheMiddleItIsSilent() throws Exception {
        var reader = subject().read(largest()).start();
        reader.grant(1);
        reader.awaitBytes(1);

        reader.cancel();
        reader.grant(ENOUGH_BYTES); // an engine may have been about to

        readAnother();
        assertThat(reader.received()).hasSize(1);
        reader.check();
    }

    @Test
    final void cancelledFromWithinItIsSilentAfterwards() throws Exception {
        var reader = subject().read(largest()).start();
        reader.whenBytesCome(reader::cancel);

        reader.grant(1);
        reader.awaitBytes(1);
        reader.grant(MORE_THAN_ENOUGH);

        readAnother();
        assertThat(reader.isOver()).isFalse();
        reader.check();
    }

    @Test
    final void cancelledFromAnotherThreadItIsSilent() throws Exception {
        var content = subject().open(subject().request(largest()));
        var reader = subject().read(content).start();
        reader.grant(1);
        reader.awaitBytes(1);

        subject().inParallel(List.of(done(reader::cancel)));

        readAnother();
        reader.check();
        if (content instanceof Content.Blocking blocking) {
            assertThat(blocking.channel().isOpen()).isFalse();
        }
    }

    final void delivers(LongSupplier portions) throws BindException {
        for (var entry : contents().entrySet()) {
            assertThat(subject().read(entry.getKey()).start().readAll(portions))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue());
        }
    }
}
