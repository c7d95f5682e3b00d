package org.bindhost.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 32, transfersPerOrigin", "6, -1, 32, originBytes", "6, 0, 1, lowerShare"})
    void whatMakesNoSenseIsRefused(int transfers, long rate, int share, String what) {
        assertThatThrownBy(() -> new Sharing(transfers, rate, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what);
    }
}
