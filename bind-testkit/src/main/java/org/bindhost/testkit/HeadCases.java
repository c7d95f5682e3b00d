package org.bindhost.testkit;

import static org.bindhost.bind.BindException.Reason.BROKEN;
import static org.bindhost.bind.BindException.Reason.NOT_FOUND;
import static org.bindhost.bind.BindException.Reason.PROTOCOL;
import static org.bindhost.bind.BindException.Reason.SERVER_FAILED;
import static org.bindhost.bind.BindException.Reason.STALLED;
import static org.bindhost.bind.BindException.Reason.TRUNCATED;

import java.util.ArrayList;
import java.util.List;
import org.bindhost.testkit.FaultCase.Allowed;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Fault;
import org.bindhost.testkit.fault.HeadFaults;
import org.bindhost.testkit.fault.HostileHead;

/** Heads that should not be. */
final class HeadCases {

    private static final Entity ENTITY = Entity.of(10, 1000);
    private static final Allowed SENSELESS = Allowed.failure(PROTOCOL);
    private static final int LARGE = 1 << 20;

    private HeadCases() {}

    static List<FaultCase> of(boolean streams) {
        List<FaultCase> cases = new ArrayList<>();
        lengths(cases, streams);
        fields(cases, streams);
        for (HostileHead head : HostileHead.values()) {
            boolean isEndless = head == HostileHead.INTERIM_FOREVER;
            cases.add(
                    on(
                            Fault.hostile(head),
                            isEndless
                                    ? Allowed.failure(PROTOCOL, STALLED, BROKEN)
                                    : hostile(streams)));
        }
        cases.add(on(HeadFaults.status(404), Allowed.failure(NOT_FOUND)));
        cases.add(on(HeadFaults.status(500), Allowed.failure(SERVER_FAILED)));
        cases.add(on(HeadFaults.status(304), SENSELESS));
        cases.add(on(HeadFaults.status(999), Allowed.failure(PROTOCOL, SERVER_FAILED)));
        return cases;
    }

    /** A connection that cannot be read any more breaks off for all its streams. */
    private static Allowed hostile(boolean streams) {
        return streams ? Allowed.failure(PROTOCOL, BROKEN) : SENSELESS;
    }

    private static FaultCase on(Fault fault, Allowed allowed) {
        return FaultCase.of(ENTITY, fault, allowed);
    }

    private static void lengths(List<FaultCase> cases, boolean streams) {
        cases.add(on(HeadFaults.lengths("1000", "1001"), SENSELESS));
        cases.add(on(HeadFaults.lengths("1000", "1000"), Allowed.bytes(ENTITY).or(PROTOCOL)));
        for (String length : List.of("-1", "1e3", "0x3e8", "+1000", "99999999999999999999")) {
            cases.add(on(HeadFaults.lengths(length), SENSELESS));
        }
        Allowed fewer = Allowed.failure(TRUNCATED, STALLED, BROKEN);
        cases.add(on(HeadFaults.lengths("1001"), fewer));
        cases.add(on(HeadFaults.lengths("9223372036854775807"), fewer));
        Allowed more = streams ? Allowed.failure(PROTOCOL, BROKEN) : Allowed.first(ENTITY, 999);
        cases.add(on(HeadFaults.lengths("999"), more));
    }

    /** What hides something is refused; what is merely odd may be read as it is meant. */
    private static void fields(List<FaultCase> cases, boolean streams) {
        Allowed odd = Allowed.bytes(ENTITY).or(PROTOCOL);
        cases.add(on(HeadFaults.field("X-More", "a".repeat(LARGE)), hostile(streams)));
        cases.add(on(HeadFaults.field("a".repeat(LARGE), "x"), hostile(streams)));
        cases.add(on(HeadFaults.field("X-More", "a\0b"), odd));
        cases.add(on(HeadFaults.field("X-More", "a\rContent-Length: 5"), odd));
        cases.add(on(HeadFaults.field("X-More", "a\r\n folded"), odd));
        cases.add(on(HeadFaults.field("X-More ", "behind a space"), odd));
        cases.add(on(HeadFaults.field("X(More)", "no token"), odd));
        if (!streams) {
            cases.add(on(HeadFaults.field("Transfer-Encoding", "nonsense"), SENSELESS));
            cases.add(on(HeadFaults.field("Transfer-Encoding", "chunked"), SENSELESS));
        }
    }
}
