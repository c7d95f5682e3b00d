package org.bindhost.core.engine;

import java.util.List;
import java.util.Optional;
import org.bindhost.core.spool.Spool;

/** What the members of a fetch want by now, as far as their spool has room for it. */
final class Demand {

    /** One portion of a pull: what may lie unread, or be on its way. */
    static final long PULL_BYTES = 192 * 1024;

    /** What may be on its way to those who need not have read. */
    static final long PUSH_BYTES = 1024 * 1024;

    private final Spool spool;
    private final List<Member> members;
    private final long leastRoom;
    private final Wanted wanted = new Wanted(); // guarded by the lock

    /**
     * Creates a demand.
     *
     * @param members who they are, at any time
     * @param leastRoom asking for less, because there is no room for more, is not worth it
     */
    Demand(Spool spool, List<Member> members, long leastRoom) {
        this.spool = spool;
        this.members = members;
        this.leastRoom = leastRoom;
    }

    /** Somebody wants to read a range that has not come. */
    synchronized void want(long from, long to) {
        wanted.add(from, to);
    }

    /** Whether somebody may wait for a range. */
    boolean isAtRandom() {
        return !wanted.isEmpty();
    }

    /** How much more of the whole is wanted. */
    long ofWhole(long at, long onTheirWay) {
        return upTo(target(onTheirWay), at, onTheirWay);
    }

    private long target(long onTheirWay) {
        long target = 0;
        for (Member member : members) {
            if (member.isSuspended()) {
                continue;
            }
            if (!member.isPull()) {
                return Long.MAX_VALUE;
            }
            if (onTheirWay == 0) {
                target = Math.max(target, member.outlet().wantsUpTo());
            }
        }
        return wanted.isEmpty() ? target : Math.max(target, wantedEnd());
    }

    private synchronized long wantedEnd() {
        return wanted.end(spool);
    }

    /** How much more is wanted before an offset. */
    long upTo(long target, long at, long onTheirWay) {
        if (target <= at) {
            return 0;
        }
        long more = Math.min(target - at, PUSH_BYTES - onTheirWay);
        long room = spool.room() - onTheirWay;
        if (room >= Math.min(more, leastRoom)) {
            return Math.min(more, room);
        }
        spool.makeRoom();
        return 0;
    }

    /** The next range that somebody waits for, of a resource of this length. */
    synchronized Optional<Wanted.Range> nextWanted(long length) {
        return wanted.next(spool, length);
    }

    /**
     * The next range that has not come and that nobody waits for in particular.
     *
     * @param inOrder whether it is fetched from the first byte to the last, so that all of the rest
     *     may as well be asked for
     */
    Optional<Wanted.Range> nextMissing(long length, boolean inOrder) {
        if (spool.room() < leastRoom) {
            spool.makeRoom(); // and then it is asked for again
            return Optional.empty();
        }
        return members.stream()
                .filter(member -> !member.isSuspended())
                .flatMap(member -> missing(member, length, inOrder).stream())
                .findFirst();
    }

    /** What a member lacks that reads from the first byte to the last, or wants all. */
    private Optional<Wanted.Range> missing(Member member, long length, boolean inOrder) {
        long to = member.isPull() ? Math.min(length, member.outlet().wantsUpTo()) : length;
        long from = spool.endFrom(member.outlet().reader().needsFrom());
        long portion = inOrder && from < to ? length : Math.min(to, from + PUSH_BYTES);
        long most = Math.min(portion, spool.nextFrom(from));
        return from < most ? Optional.of(new Wanted.Range(from, most)) : Optional.empty();
    }
}
