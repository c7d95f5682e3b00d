package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.bind.BindException.Reason.BROKEN;
import static org.bindhost.bind.BindException.Reason.CHANGED;
import static org.bindhost.bind.BindException.Reason.PROTOCOL;

import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.testkit.FaultCase.Allowed;
import org.bindhost.testkit.FaultCase.Ask;
import org.bindhost.testkit.fault.Bytes;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Fault;
import org.junit.jupiter.api.Test;

/** The kit is worth something only if it finds a driver out that does the wrong thing. */
class FaultOutcomeTest {

    private static final Entity ENTITY = Entity.of(1, 1000);
    private static final Entity OTHER = Entity.of(2, 1000);
    private static final FaultCase CUT =
            FaultCase.of(ENTITY, Fault.cut(500), Allowed.failure(BROKEN));
    private static final FaultCase CHANGES =
            new FaultCase(ENTITY, Fault.NONE, Ask.REST_IF_SAME, Allowed.bytes(OTHER).or(CHANGED));

    private static FaultOutcome complete(long offset, Bytes bytes) {
        return new FaultOutcome(offset, bytes, Optional.empty());
    }

    private static FaultOutcome failed(Bytes bytes, BindException.Reason reason) {
        return new FaultOutcome(0, bytes, Optional.of(new BindException(reason, "broken")));
    }

    @Test
    void aFailureAfterRightBytesIsAllowed() {
        assertThatCode(() -> failed(ENTITY.bytes().part(0, 500), BROKEN).check(CUT))
                .doesNotThrowAnyException();
    }

    @Test
    void takingAPartForTheWholeIsFound() {
        assertThatThrownBy(() -> complete(0, ENTITY.bytes().part(0, 500)).check(CUT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cut at byte 500");
    }

    @Test
    void anotherReasonIsFound() {
        assertThatThrownBy(() -> failed(Bytes.NONE, PROTOCOL).check(CUT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PROTOCOL");
    }

    @Test
    void wrongBytesBeforeAFailureAreFound() {
        assertThatThrownBy(() -> failed(OTHER.bytes().part(0, 9), BROKEN).check(CUT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("wrong bytes");
    }

    @Test
    void aPartOfAnotherStateIsFound() {
        assertThatThrownBy(() -> complete(100, ENTITY.bytes().part(100, 1000)).check(CHANGES))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void allOfTheOtherStateIsAllowedWhereItMayCome() {
        assertThatCode(() -> complete(0, OTHER.bytes()).check(CHANGES)).doesNotThrowAnyException();
    }

    @Test
    void bytesInAnotherPlaceAreFound() {
        var rest = new FaultCase(ENTITY, Fault.NONE, Ask.REST, Allowed.bytes(ENTITY));

        assertThatThrownBy(() -> complete(100, ENTITY.bytes().part(101, 1000)).check(rest))
                .isInstanceOf(AssertionError.class);
    }
}
