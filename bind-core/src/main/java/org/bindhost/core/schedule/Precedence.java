package org.bindhost.core.schedule;

import java.util.function.LongConsumer;

/** Which classes hold others back, and what those have coming all the same. */
final class Precedence {

    private final Board board;
    private final LongConsumer wakeUpAt;
    private long now;

    Precedence(Board board, LongConsumer wakeUpAt) {
        this.board = board;
        this.wakeUpAt = wakeUpAt;
    }

    /** Looks who is held back at this moment. */
    void note(long time) {
        now = time;
        for (int rank = 1; rank < board.ranks.size(); rank++) {
            noteHolding(rank);
        }
    }

    private void noteHolding(int rank) {
        Rank lower = board.ranks.get(rank);
        boolean isHeld = heldUntil(rank) > now;
        if (isHeld && !lower.held) {
            lower.share.held(now);
        }
        lower.held = isHeld;
    }

    /** Until when a more urgent class moves, as far as is known now. */
    long heldUntil(int rank) {
        long until = Long.MIN_VALUE;
        for (int upper = 0; upper < rank; upper++) {
            until = Math.max(until, board.ranks.get(upper).competesUntil());
        }
        return until;
    }

    /** A class that is due for its share, and has no place to take it in. */
    boolean isOwedPlace(int rank) {
        Rank lower = board.ranks.get(rank);
        return lower.held && lower.placed == 0 && lower.best().isPresent() && isDue(rank);
    }

    /**
     * Whether a class that is held back has its share coming: by bytes, or by time if it is the
     * first that is held back. The next class has its share of that one's.
     */
    boolean isDue(int rank) {
        Share share = board.ranks.get(rank).share;
        if (share.isEarned()) {
            return true;
        }
        boolean isFirst = board.ranks.subList(1, rank).stream().noneMatch(Rank::isWanting);
        if (isFirst && share.next() > now) {
            wakeUpAt.accept(share.next());
        }
        return isFirst && share.next() <= now;
    }

    /** Whether its class has its share coming, which it takes before it leaves. */
    boolean isFed(Ticket ticket) {
        return board.rank(ticket).held && isDue(ticket.rank());
    }

    /** Lower classes have their share of what a more urgent one was granted. */
    void earn(Ticket ticket, long bytes) {
        for (Rank lower : board.ranks.subList(ticket.rank() + 1, board.ranks.size())) {
            lower.share.earn(bytes);
            if (lower.isWanting()) {
                return; // the next one has its share of that one's
            }
        }
    }
}
