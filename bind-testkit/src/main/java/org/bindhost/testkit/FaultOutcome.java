package org.bindhost.testkit;

import java.util.Arrays;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.testkit.fault.Bytes;

/**
 * What came of a case.
 *
 * @param offset where in the whole the bytes begin
 * @param bytes what came
 * @param failure how it failed
 */
record FaultOutcome(long offset, Bytes bytes, Optional<BindException> failure) {

    static FaultOutcome failed(BindException failure) {
        return new FaultOutcome(0, Bytes.NONE, Optional.of(failure));
    }

    void check(FaultCase expected) {
        if (failure.isPresent()) {
            checkFailure(expected, failure.get());
        } else if (expected.allowed().wholes().stream().noneMatch(it -> isAllOf(it, expected))) {
            throw new AssertionError(
                    expected.title() + ": " + this + ", and not " + expected.allowed());
        }
    }

    private void checkFailure(FaultCase expected, BindException why) {
        if (!expected.allowed().reasons().contains(why.reason())) {
            throw new AssertionError(
                    expected.title() + ": " + this + ", and not " + expected.allowed(), why);
        }
        boolean isRight =
                expected.allowed().damaged()
                        || isStartOf(expected.entity().bytes())
                        || expected.allowed().wholes().stream().anyMatch(this::isStartOf);
        if (!isRight) {
            throw new AssertionError("wrong bytes came before it failed: " + this, why);
        }
    }

    private boolean isAllOf(Bytes whole, FaultCase expected) {
        long length = whole.length();
        long end = offset == 0 ? length : expected.ask().end(length);
        return offset + bytes.length() == end && isStartOf(whole);
    }

    private boolean isStartOf(Bytes whole) {
        int count = (int) bytes.length();
        return offset + count <= whole.length()
                && Arrays.equals(bytes.array(0, count), whole.array(offset, count));
    }

    @Override
    public String toString() {
        String end = failure.map(e -> e.reason() + " (" + e.getMessage() + ")").orElse("complete");
        return bytes.length() + " bytes from " + offset + ": " + end;
    }
}
