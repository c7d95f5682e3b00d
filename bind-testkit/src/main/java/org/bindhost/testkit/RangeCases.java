package org.bindhost.testkit;

import static org.bindhost.bind.BindException.Reason.CHANGED;
import static org.bindhost.bind.BindException.Reason.OUT_OF_RANGE;
import static org.bindhost.bind.BindException.Reason.PROTOCOL;

import java.util.ArrayList;
import java.util.List;
import org.bindhost.testkit.FaultCase.Allowed;
import org.bindhost.testkit.FaultCase.Ask;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Fault;
import org.bindhost.testkit.fault.HeadFaults;
import org.bindhost.testkit.fault.RangeFaults;

/** Answers that are no answer to a range, and ranges of something else. */
final class RangeCases {

    private static final long LENGTH = 1000;
    private static final Entity ENTITY = Entity.of(8, LENGTH);
    private static final Entity OTHER = Entity.of(9, LENGTH + 5);

    private static final Allowed SENSELESS = Allowed.failure(PROTOCOL);
    private static final Allowed RIGHT = Allowed.bytes(ENTITY);

    private RangeCases() {}

    static List<FaultCase> all() {
        List<FaultCase> cases = new ArrayList<>();
        for (Ask part : List.of(Ask.REST, Ask.FIFTY, Ask.REST_IF_SAME)) {
            cases.add(on(Fault.NONE, part, RIGHT));
            cases.add(on(RangeFaults.whole(ENTITY), part, RIGHT));
            cases.add(on(RangeFaults.shifted(ENTITY, 1), part, SENSELESS));
            cases.add(on(RangeFaults.shifted(ENTITY, -1), part, SENSELESS));
            cases.add(on(RangeFaults.partialOfNothing(), part, SENSELESS));
            cases.add(on(RangeFaults.multipart(), part, SENSELESS));
            senselessRanges(cases, part);
            refusals(cases, part);
        }
        cases.add(on(RangeFaults.partial("bytes 0-999/1000"), Ask.WHOLE, SENSELESS));
        cases.add(on(RangeFaults.partialOfNothing(), Ask.WHOLE, SENSELESS));
        cases.add(on(RangeFaults.notSatisfiable("bytes */1000"), Ask.WHOLE, SENSELESS));
        ofAnotherState(cases);
        return cases;
    }

    private static FaultCase on(Fault fault, Ask ask, Allowed allowed) {
        return new FaultCase(ENTITY, fault, ask, allowed);
    }

    /** The length of the body is that of the part, so that it contradicts most of them. */
    private static void senselessRanges(List<FaultCase> cases, Ask part) {
        for (String said :
                List.of(
                        "bytes */1000",
                        "bytes 100-99/1000",
                        "bytes 100-2000/1000",
                        "bytes 100-149",
                        "bytes -100/1000",
                        "lines 100-149/1000",
                        "bytes 100-99999999999999999999/*",
                        "nonsense")) {
            cases.add(on(RangeFaults.partial(said), part, SENSELESS));
        }
    }

    private static void refusals(List<FaultCase> cases, Ask part) {
        cases.add(on(RangeFaults.notSatisfiable("bytes */1000"), part, SENSELESS));
        cases.add(
                on(RangeFaults.notSatisfiable("bytes */100"), part, Allowed.failure(OUT_OF_RANGE)));
        cases.add(on(RangeFaults.notSatisfiable("nonsense"), part, Allowed.failure(OUT_OF_RANGE)));
    }

    /** Two states are never mixed: either all of the new one comes, or none of it. */
    private static void ofAnotherState(List<FaultCase> cases) {
        Allowed changed = Allowed.failure(CHANGED);
        Ask part = Ask.REST_IF_SAME;
        cases.add(on(RangeFaults.entity(OTHER), part, Allowed.bytes(OTHER).or(CHANGED)));
        cases.add(on(RangeFaults.entityUnasked(OTHER), part, changed));
        cases.add(on(RangeFaults.entityUnasked(OTHER.withoutValidator()), part, changed));
        cases.add(on(RangeFaults.entityUnasked(OTHER.dated()), part, changed));
        Entity weak = OTHER.tagged("W/" + ENTITY.tag().orElseThrow());
        cases.add(on(RangeFaults.entityUnasked(weak), part, changed));
        cases.add(on(HeadFaults.field("ETag", "\"another\""), part, changed));
    }
}
