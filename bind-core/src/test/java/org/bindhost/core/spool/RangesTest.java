package org.bindhost.core.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bytes there are: compared with a set that has a bit for each. */
class RangesTest {

    private static final int MOST = 200;

    private final Ranges ranges = new Ranges();
    private final BitSet bits = new BitSet();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void knowsWhichBytesThereAre(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            int from = random.nextInt(MOST);
            int to = from + 1 + random.nextInt(random.nextBoolean() ? 5 : 60);
            if (random.nextInt(3) > 0) {
                ranges.add(from, to);
                bits.set(from, to);
            } else {
                ranges.remove(from, to);
                bits.clear(from, to);
            }
            compare(random.nextInt(MOST));
        }
    }

    private void compare(int at) {
        assertThat(ranges.size()).isEqualTo(bits.cardinality());
        assertThat(ranges.contains(at)).isEqualTo(bits.get(at));
        assertThat(ranges.endFrom(at)).isEqualTo(bits.nextClearBit(at));
        int next = bits.nextSetBit(at);
        assertThat(ranges.nextFrom(at)).isEqualTo(next < 0 ? Long.MAX_VALUE : next);
    }

    @Test
    void rangesThatMeetAreOne() {
        ranges.add(0, 5);
        ranges.add(10, 15);
        ranges.add(5, 10);

        assertThat(ranges.pieces()).isEqualTo(1);
        assertThat(ranges.endFrom(0)).isEqualTo(15);
    }
}
