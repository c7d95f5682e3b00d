package org.bindhost.url;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bindhost.testkit.fault.CodingFaults;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Entity.Framing;
import org.bindhost.testkit.fault.Fault;
import org.bindhost.testkit.fault.HeadFaults;
import org.bindhost.testkit.fault.HostileHead;
import org.bindhost.testkit.fault.RangeFaults;

/**
 * Faults by chance, of those that can be told from an honest answer: where the end of a connection
 * ends a body, an early end cannot.
 */
final class AnyFault {

    private static final int MOST_CODED_BYTES = 1 << 20;

    private final Random chance;
    private final Entity entity;
    private final Entity other;
    private final boolean streams;
    private boolean damages;

    /**
     * Creates a source of faults.
     *
     * @param other another state of the entity
     * @param streams whether the protocol has streams
     */
    AnyFault(Random chance, Entity entity, Entity other, boolean streams) {
        this.chance = chance;
        this.entity = entity;
        this.other = other;
        this.streams = streams;
    }

    /** Up to three of them, and often none. */
    List<Fault> some() {
        int count = Math.max(0, chance.nextInt(5) - 1);
        return Stream.generate(this::any).limit(count).toList();
    }

    /** Whether wrong bytes may come before a failure, because only the end of a coding tells. */
    boolean damages() {
        return damages;
    }

    private Fault any() {
        return switch (chance.nextInt(10)) {
            case 0, 1, 2, 3 -> delivery();
            case 4 -> inHead();
            case 5 -> ranges();
            case 6 -> head();
            case 7 -> coding();
            case 8 -> delivery().saying(RangeFaults.entity(other));
            default -> Fault.dribbled(1 + chance.nextInt(20_000), Duration.ofMillis(1));
        };
    }

    private long place() {
        long length = entity.bytes().length();
        return length == 0 ? 0 : chance.nextLong(length);
    }

    private Fault delivery() {
        List<Fault> faults = new ArrayList<>();
        long at = place();
        faults.add(Fault.reset(at));
        if (entity.framing() != Framing.CONNECTION || streams) {
            faults.add(Fault.cut(at));
            faults.add(Fault.goAwayBeforeThis(at));
        }
        if (entity.framing() == Framing.LENGTH) {
            faults.add(Fault.truncated(at));
            faults.add(Fault.extended(1 + chance.nextInt(10_000)));
        }
        if (entity.framing() == Framing.CHUNKED && !streams) {
            faults.add(Fault.badChunk(at));
        }
        if (streams) {
            faults.add(Fault.streamReset(at));
        }
        faults.add(Fault.goAwayAfterThis(at));
        return chance.nextInt(20) == 0
                ? Fault.stall(at)
                : faults.get(chance.nextInt(faults.size()));
    }

    private Fault inHead() {
        int at = chance.nextInt(100);
        List<Fault> faults =
                List.of(
                        Fault.cutInHead(at),
                        Fault.resetInHead(at),
                        Fault.hostile(HostileHead.NO_STATUS),
                        Fault.hostile(HostileHead.BAD_STATUS),
                        Fault.hostile(HostileHead.BAD_VERSION),
                        Fault.hostile(HostileHead.OTHER_PROTOCOL));
        return faults.get(chance.nextInt(faults.size()));
    }

    private Fault ranges() {
        List<Fault> faults =
                List.of(
                        RangeFaults.whole(entity),
                        RangeFaults.entity(other),
                        RangeFaults.entityUnasked(other),
                        RangeFaults.partialOfNothing(),
                        RangeFaults.multipart(),
                        RangeFaults.partial("bytes 0-4/5"),
                        RangeFaults.partial("nonsense"),
                        RangeFaults.notSatisfiable("bytes */" + entity.bytes().length()),
                        RangeFaults.notSatisfiable("bytes */0"));
        return faults.get(chance.nextInt(faults.size()));
    }

    private Fault head() {
        List<Fault> faults =
                List.of(
                        HeadFaults.status(503),
                        HeadFaults.status(404),
                        HeadFaults.lengths("-1"),
                        HeadFaults.lengths("5", "6"),
                        HeadFaults.redirect(302, "file:///etc/passwd"),
                        HeadFaults.redirectsWithoutEnd(),
                        HeadFaults.field("X-More", "a\0b"));
        return faults.get(chance.nextInt(faults.size()));
    }

    private Fault coding() {
        if (entity.bytes().length() > MOST_CODED_BYTES) {
            return Fault.NONE;
        }
        List<Fault> damaging =
                List.of(CodingFaults.brokenGzip(chance.nextInt(100)), CodingFaults.bomb(8));
        List<Fault> others =
                List.of(
                        CodingFaults.gzip(),
                        CodingFaults.deflate(),
                        CodingFaults.shortGzip(1 + chance.nextInt(100)),
                        CodingFaults.coded("gzip", "br"));
        boolean drawn = chance.nextInt(3) == 0;
        damages |= drawn;
        List<Fault> faults = drawn ? damaging : others;
        return faults.get(chance.nextInt(faults.size()));
    }
}
