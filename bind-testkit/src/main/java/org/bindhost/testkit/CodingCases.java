package org.bindhost.testkit;

import static org.bindhost.bind.BindException.Reason.PROTOCOL;
import static org.bindhost.bind.BindException.Reason.TRUNCATED;

import java.util.ArrayList;
import java.util.List;
import org.bindhost.testkit.FaultCase.Allowed;
import org.bindhost.testkit.FaultCase.Ask;
import org.bindhost.testkit.fault.CodingFaults;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Fault;

/** Bodies in a coding, asked for or not. A driver may decode them, or refuse them. */
final class CodingCases {

    private static final Entity ENTITY = Entity.of(11, 50_000);
    private static final Allowed DECODED = Allowed.bytes(ENTITY).or(PROTOCOL);
    private static final Allowed REFUSED = Allowed.failure(PROTOCOL);
    private static final Allowed SHORT = Allowed.failure(TRUNCATED, PROTOCOL).afterDamage();
    private static final byte[] GARBAGE = {1, 2, 3};
    private static final int MEGABYTES = 64;

    private CodingCases() {}

    static List<FaultCase> all() {
        List<FaultCase> cases = new ArrayList<>();
        for (Ask ask : List.of(Ask.WHOLE, Ask.CODED)) {
            cases.add(on(CodingFaults.gzip(), ask, DECODED));
            cases.add(on(CodingFaults.deflate(), ask, DECODED));
            cases.add(on(CodingFaults.twoMembers(20_000), ask, DECODED));
            cases.add(on(CodingFaults.trailedGzip(new byte[100]), ask, DECODED));
            cases.add(on(CodingFaults.coded("gzip", "x-gzip"), ask, DECODED));
            cases.add(on(CodingFaults.trailedGzip(GARBAGE), ask, REFUSED));
            damaged(cases, ask);
        }
        cases.add(on(CodingFaults.gzip(), Ask.REST, DECODED));
        cases.add(on(CodingFaults.gzip(), Ask.REST_IF_SAME, DECODED));
        return cases;
    }

    private static void damaged(List<FaultCase> cases, Ask ask) {
        for (int at : new int[] {0, 3, 100, 40_000}) {
            cases.add(on(CodingFaults.brokenGzip(at), ask, SHORT));
        }
        for (int bytes : new int[] {1, 9, 10, 1_000, 50_000}) {
            cases.add(on(CodingFaults.shortGzip(bytes), ask, SHORT));
        }
        for (String wrong : List.of("br", "gzip, gzip", "nonsense", "deflate")) {
            cases.add(on(CodingFaults.coded("gzip", wrong), ask, REFUSED));
        }
        cases.add(on(CodingFaults.coded("identity", "gzip"), ask, REFUSED));
        cases.add(on(CodingFaults.bomb(MEGABYTES), ask, REFUSED.afterDamage()));
    }

    private static FaultCase on(Fault fault, Ask ask, Allowed allowed) {
        return new FaultCase(ENTITY, fault, ask, allowed);
    }
}
