package org.bindhost.testkit;

import static org.bindhost.bind.BindException.Reason.BROKEN;
import static org.bindhost.bind.BindException.Reason.PROTOCOL;
import static org.bindhost.bind.BindException.Reason.STALLED;
import static org.bindhost.bind.BindException.Reason.TRUNCATED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.testkit.FaultCase.Allowed;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Entity.Framing;
import org.bindhost.testkit.fault.Fault;

/** Answers that are right as far as they come. */
final class DeliveryCases {

    /** More than the windows of HTTP/2 take at first. */
    private static final long LENGTH = 100_000;

    private static final long[] PLACES = {0, 1, LENGTH / 2, LENGTH - 1};
    private static final long[] PLACES_IN_HEAD = {0, 1, 20};

    private static final Entity WHOLE = Entity.of(7, LENGTH);
    private static final Allowed BROKEN_OFF = Allowed.failure(BROKEN, TRUNCATED);

    private DeliveryCases() {}

    /**
     * Lists the cases.
     *
     * @param streams whether the protocol has streams, as HTTP/2 has
     */
    static List<FaultCase> of(boolean streams) {
        List<FaultCase> cases = new ArrayList<>();
        for (Framing framing : Framing.values()) {
            Entity entity = WHOLE.framed(framing);
            cases.add(FaultCase.of(entity, Fault.NONE, Allowed.bytes(entity)));
            cases.add(dribbled(framing));
            cases.add(FaultCase.of(entity, Fault.stall(LENGTH / 2), Allowed.failure(STALLED)));
            cases.add(FaultCase.of(entity, Fault.goAwayAfterThis(10), Allowed.bytes(entity)));
            for (long at : PLACES) {
                cases.add(FaultCase.of(entity, Fault.reset(at), BROKEN_OFF));
                cases.add(FaultCase.of(entity, Fault.streamReset(at), BROKEN_OFF));
                cases.add(FaultCase.of(entity, Fault.cut(at), cut(entity, at, streams)));
                cases.add(
                        FaultCase.of(entity, Fault.goAwayBeforeThis(at), cut(entity, at, streams)));
                cases.add(
                        FaultCase.of(entity, Fault.truncated(at), truncated(entity, at, streams)));
            }
        }
        chunks(cases, streams);
        inHead(cases);
        extended(cases, streams);
        return cases;
    }

    private static FaultCase dribbled(Framing framing) {
        Entity little = Entity.of(7, 500).framed(framing);
        return FaultCase.of(
                little, Fault.dribbled(50, Duration.ofMillis(5)), Allowed.bytes(little));
    }

    /** Where the end of the connection ends the body, nobody can tell an early end from it. */
    private static Allowed cut(Entity entity, long at, boolean streams) {
        boolean isUnseen = entity.framing() == Framing.CONNECTION && !streams;
        return isUnseen ? Allowed.first(entity, at) : BROKEN_OFF;
    }

    private static Allowed truncated(Entity entity, long at, boolean streams) {
        boolean isUnseen =
                entity.framing() == Framing.CONNECTION
                        || (streams && entity.framing() == Framing.CHUNKED);
        return isUnseen ? Allowed.first(entity, at) : BROKEN_OFF;
    }

    private static void chunks(List<FaultCase> cases, boolean streams) {
        if (!streams) {
            Entity chunked = WHOLE.framed(Framing.CHUNKED);
            cases.add(FaultCase.of(chunked, Fault.cut(LENGTH), BROKEN_OFF));
            Allowed senseless = Allowed.failure(PROTOCOL, BROKEN, TRUNCATED);
            cases.add(FaultCase.of(chunked, Fault.badChunk(10), senseless));
            cases.add(FaultCase.of(chunked, Fault.badChunk(LENGTH), senseless));
        }
    }

    private static void inHead(List<FaultCase> cases) {
        for (long at : PLACES_IN_HEAD) {
            cases.add(FaultCase.of(WHOLE, Fault.cutInHead(at), Allowed.failure(BROKEN)));
            cases.add(FaultCase.of(WHOLE, Fault.resetInHead(at), Allowed.failure(BROKEN)));
        }
        cases.add(FaultCase.of(WHOLE, Fault.stallInHead(0), Allowed.failure(STALLED)));
        cases.add(FaultCase.of(WHOLE, Fault.stallInHead(20), Allowed.failure(STALLED)));
    }

    /** By HTTP/1.1 what comes more is no longer of the body, and must not be of the next one. */
    private static void extended(List<FaultCase> cases, boolean streams) {
        for (int more : new int[] {1, 1000, 100_000}) {
            Allowed allowed = streams ? Allowed.failure(PROTOCOL, BROKEN) : Allowed.bytes(WHOLE);
            cases.add(FaultCase.of(WHOLE, Fault.extended(more), allowed));
        }
    }
}
