package org.bindhost.testkit;

import java.nio.ByteBuffer;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Body;

/** A good body spoilt by one fault. */
final class FaultyBody implements Body {

    private final Fault fault;
    private final Body good;

    FaultyBody(Fault fault, Body good) {
        this.fault = fault;
        this.good = good;
    }

    @Override
    public void start(Receiver receiver) {
        good.start(new FaultyReceiver(fault, receiver));
        if (fault == Fault.DELIVERS_UNASKED) {
            good.request(1);
        }
    }

    @Override
    public void request(long bytes) {
        good.request(fault == Fault.DELIVERS_TOO_MUCH ? bytes + 1 : bytes);
    }

    @Override
    public void cancel() {
        if (fault != Fault.IGNORES_CANCEL) {
            good.cancel();
        }
    }

    private record FaultyReceiver(Fault fault, Receiver to) implements Receiver {

        @Override
        public void onBytes(ByteBuffer bytes) {
            to.onBytes(fault == Fault.DELIVERS_OTHER_BYTES ? othersThan(bytes) : bytes);
        }

        @Override
        public void onComplete() {
            if (fault != Fault.NEVER_COMPLETES) {
                to.onComplete();
            }
            if (fault == Fault.COMPLETES_TWICE) {
                to.onComplete();
            }
        }

        @Override
        public void onFailure(BindException failure) {
            to.onFailure(failure);
        }

        private static ByteBuffer othersThan(ByteBuffer bytes) {
            var others = new byte[bytes.remaining()];
            bytes.get(others);
            others[others.length - 1]++;
            return ByteBuffer.wrap(others);
        }
    }
}
