package org.bindhost.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.testkit.fault.Bytes;
import org.bindhost.testkit.fault.CodingFaults;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Entity.Framing;
import org.bindhost.testkit.fault.Fault;
import org.bindhost.testkit.fault.HeadFaults;

/**
 * What is served for one transfer, by chance, and what may come of it.
 *
 * @param streams whether by HTTP/2
 * @param pages what is served; the first is asked for
 * @param states the wholes, of one of which all bytes must be
 * @param ends what may come of it
 */
record Plan(boolean streams, List<Page> pages, List<Bytes> states, Ends ends) {

    private static final int MOST_BYTES = 300_000;
    private static final long OTHERS = 1_000_000_000L;
    private static final int REDIRECTS = 60;
    private static final int NEAR = 40;

    /** Chooses what is served for a seed. */
    @FunctionalInterface
    interface Kind {
        Plan of(long seed, Random chance);
    }

    /**
     * What is served under a path.
     *
     * @param path the path
     * @param entity the entity
     * @param faults what is done to the first answers
     */
    record Page(String path, Entity entity, List<Fault> faults) {}

    /**
     * What may come of it.
     *
     * @param honest whether nothing is done to it that could make it fail
     * @param damages whether wrong bytes may come before it fails
     * @param most how many bytes may come
     */
    record Ends(boolean honest, boolean damages, long most) {}

    static Plan ofOneName(long seed, Random chance) {
        boolean streams = chance.nextBoolean();
        Entity entity = anyEntity(seed, chance);
        Entity other = anyEntity(seed + OTHERS, chance).framed(entity.framing());
        var any = new AnyFault(chance, entity, other, streams);
        List<Fault> faults = any.some();
        var page = new Page(path(seed), entity, faults);
        var ends = new Ends(faults.isEmpty(), any.damages(), Long.MAX_VALUE);
        return new Plan(streams, List.of(page), List.of(entity.bytes(), other.bytes()), ends);
    }

    private static String path(long seed) {
        return "/random-" + seed;
    }

    private static Entity anyEntity(long its, Random chance) {
        int length = chance.nextInt(8) == 0 ? chance.nextInt(3) : chance.nextInt(MOST_BYTES);
        Entity made = Entity.of(its, length);
        made = chance.nextInt(5) == 0 ? made.framed(Framing.CHUNKED) : made;
        made = chance.nextInt(10) == 0 ? made.framed(Framing.CONNECTION) : made;
        return switch (chance.nextInt(8)) {
            case 0 -> made.withoutRanges();
            case 1 -> made.withoutValidator();
            case 2 -> made.dated();
            case 3 -> made.tagged("W/" + made.tag().orElseThrow());
            default -> made;
        };
    }

    /** One name leads now to this one and now to that; both say the same of other bytes. */
    static Plan ofTwoNames(long seed, Random chance) {
        boolean streams = chance.nextBoolean();
        Entity entity = Entity.of(seed, 1 + chance.nextInt(MOST_BYTES));
        Entity twin =
                Entity.of(seed + OTHERS, entity.bytes().length())
                        .tagged(entity.tag().orElseThrow());
        String first = path(seed) + "-a";
        String second = path(seed) + "-b";
        List<Fault> leads = new ArrayList<>();
        for (int i = 0; i < REDIRECTS; i++) {
            leads.add(HeadFaults.redirect(302, chance.nextBoolean() ? first : second));
        }
        var pages =
                List.of(
                        new Page(path(seed), entity, leads),
                        new Page(first, entity, breaks(entity, chance)),
                        new Page(second, twin, breaks(twin, chance)));
        var ends = new Ends(false, false, Long.MAX_VALUE);
        return new Plan(streams, pages, List.of(entity.bytes(), twin.bytes()), ends);
    }

    private static List<Fault> breaks(Entity entity, Random chance) {
        long length = entity.bytes().length();
        return Stream.generate(chance::nextBoolean)
                .map(
                        hard -> {
                            long at = chance.nextLong(length);
                            return hard ? Fault.reset(at) : Fault.cut(at);
                        })
                .limit(chance.nextInt(3))
                .toList();
    }

    /**
     * In codings or plain, often about as large as is allowed, and sometimes of few coded bytes.
     */
    static Kind limitedTo(int most) {
        return (seed, chance) -> {
            int length =
                    chance.nextBoolean()
                            ? most - NEAR + chance.nextInt(2 * NEAR)
                            : 1 + chance.nextInt(3 * most);
            Entity random = Entity.of(seed, length);
            Bytes uniform = Bytes.of(new byte[] {(byte) seed}).repeated(length);
            Entity entity =
                    chance.nextInt(3) == 0
                            ? Entity.of(uniform, random.tag().orElseThrow())
                            : random;
            Fault coding =
                    List.of(CodingFaults.gzip(), CodingFaults.deflate(), Fault.NONE)
                            .get(chance.nextInt(3));
            var page = new Page(path(seed), entity, List.of(coding, coding, coding));
            boolean isPlain = coding.equals(Fault.NONE); // of what is coded no part can be had
            var ends = new Ends(isPlain, false, most);
            return new Plan(chance.nextBoolean(), List.of(page), List.of(entity.bytes()), ends);
        };
    }

    boolean isTooLarge() {
        return entity().bytes().length() > ends.most();
    }

    private Entity entity() {
        return pages.get(0).entity();
    }

    boolean mayFail(Reason reason) {
        return !ends.honest()
                || (isTooLarge() && reason == Reason.DENIED_BY_POLICY)
                || mayBeTakenAlong(reason);
    }

    /**
     * By HTTP/2 the fault of another stream may end the connection, and then this one goes with it:
     * it is taken up again, but not where nothing tells that it would be the same. The engine does
     * not ask again after nonsense or silence, from which a stream cannot tell whose they were.
     */
    private boolean mayBeTakenAlong(Reason reason) {
        return streams
                && reason != Reason.DENIED_BY_POLICY
                && (reason == Reason.PROTOCOL || reason == Reason.STALLED || !canBeTakenUp());
    }

    private boolean canBeTakenUp() {
        boolean isStrong = entity().tag().filter(tag -> !tag.startsWith("W/")).isPresent();
        return isStrong && entity().ranges() && entity().framing() == Framing.LENGTH;
    }

    @Override
    public String toString() {
        return pages + (streams ? " by HTTP/2" : " by HTTP/1.1");
    }
}
