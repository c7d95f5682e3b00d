package org.bindhost.core.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import org.bindhost.bind.Priority;

/**
 * Decides who gets a place and who is granted how much. Places go to the most urgent class first,
 * within a class slice by slice; bytes go to the most urgent class first, within a class by weight.
 */
final class Dispatcher {

    /** Grants under a rate are no larger, so that shares are even. */
    private static final long QUANTUM_BYTES = 16 * 1024;

    /** What a transfer of the usual weight may move before its place goes to one that waits. */
    private static final long SLICE_BYTES = 16L << 20;

    private static final long SLICE_SERVED =
            SLICE_BYTES * (Priority.MAX_WEIGHT / Priority.USUAL_WEIGHT);

    private static final long NEVER = Long.MAX_VALUE;

    private final Board board;
    private final TokenBucket total;
    private final Precedence precedence;
    private final Queue<Tap> dry = new PriorityQueue<>(Comparator.comparingLong(Tap::readyAt));
    private List<Runnable> calls = new ArrayList<>();
    private long wakeUp;
    private long now;

    Dispatcher(Board board, TokenBucket total) {
        this.board = board;
        this.total = total;
        this.precedence = new Precedence(board, this::wakeUpAt);
    }

    /**
     * What was decided.
     *
     * @param calls whom to tell, when the lock is given back
     * @param wakeUp when to decide again, even if nothing happens
     */
    record Decision(List<Runnable> calls, OptionalLong wakeUp) {}

    /** Decides all there is to decide at this moment. */
    Decision decide(long time) {
        now = time;
        wakeUp = NEVER;
        refill();
        precedence.note(now);
        boolean more = true;
        while (more) {
            more = placeOne() || grantOne();
        }
        var decided = calls;
        calls = new ArrayList<>();
        return new Decision(
                decided, wakeUp == NEVER ? OptionalLong.empty() : OptionalLong.of(wakeUp));
    }

    private void wakeUpAt(long time) {
        wakeUp = Math.min(wakeUp, time);
    }

    private void refill() {
        while (!dry.isEmpty() && dry.peek().readyAt() <= now) {
            Tap tap = dry.remove();
            tap.filled();
            reopen(tap);
        }
        if (!dry.isEmpty()) {
            wakeUpAt(dry.peek().readyAt());
        }
    }

    /** Lets those go on that a tap has held up, unless it still does. */
    void reopen(Tap tap) {
        if (tap.isOpen()) {
            tap.parkedLanes().forEach(lane -> lane.line.unpark(lane));
            for (Ticket ticket : tap.parkedTickets()) {
                board.out(ticket);
                board.in(ticket, now);
            }
        }
    }

    private boolean placeOne() {
        for (int rank = board.ranks.size() - 1; rank > 0; rank--) {
            if (board.hasFreePlace() && precedence.isOwedPlace(rank)) {
                Ticket owed = board.ranks.get(rank).best().orElseThrow();
                owed.owed = true;
                place(owed);
                return true;
            }
        }
        Optional<Ticket> best = mostUrgentWaiting();
        if (best.isPresent() && makeRoomFor(best.get())) {
            place(best.get());
            return true;
        }
        return false;
    }

    private Optional<Ticket> mostUrgentWaiting() {
        for (Rank rank : board.ranks) {
            Optional<Ticket> best = rank.best();
            if (best.isPresent()) {
                return best;
            }
        }
        return Optional.empty();
    }

    private boolean makeRoomFor(Ticket ticket) {
        if (board.hasFreePlace()) {
            return true;
        }
        Optional<Ticket> victim =
                board.leastUrgentResting()
                        .filter(last -> last.rank() > ticket.rank())
                        .filter(last -> !last.owed && !precedence.isFed(last));
        if (victim.isPresent()) {
            board.evict(victim.get(), now);
        } else {
            board.losePatience(now).ifPresent(this::wakeUpAt);
        }
        return board.hasFreePlace();
    }

    private void place(Ticket ticket) {
        boolean opens = ticket.wantsToOpen;
        board.place(ticket, now);
        if (opens) {
            calls.add(ticket.holder::mayOpen);
        }
    }

    private boolean grantOne() {
        for (int rank = board.ranks.size() - 1; rank > 0; rank--) {
            Rank lower = board.ranks.get(rank);
            if (lower.held && !lower.hungry.isEmpty() && precedence.isDue(rank)) {
                return give(lower.hungry.first(), new Terms(Share.GRANT_BYTES, 0, true));
            }
        }
        for (int rank = 0; rank < board.ranks.size(); rank++) {
            Rank next = board.ranks.get(rank);
            boolean isHeld = precedence.heldUntil(rank) > now;
            if (next.hungry.isEmpty()) {
                continue;
            }
            if (!isHeld || total.isLimited()) {
                long reserve = isHeld ? total.reserve() : 0;
                return give(next.hungry.first(), new Terms(NEVER, reserve, false));
            }
            wakeUpAt(precedence.heldUntil(rank));
        }
        return false;
    }

    /**
     * On which terms something is granted.
     *
     * @param most how much at a time
     * @param reserve how much of the rate is to be left over
     * @param isShare whether it is the share of a class that is held back
     */
    private record Terms(long most, long reserve, boolean isShare) {}

    /** Grants something, or takes the ticket away if it cannot have more; or does neither. */
    private boolean give(Ticket ticket, Terms terms) {
        if ((!terms.isShare && isOutranked(ticket)) || hasHadItsSlice(ticket)) {
            board.out(ticket);
            ticket.givesWay = true;
            board.in(ticket, now);
            return true;
        }
        long quantum = Math.min(quantum(ticket), terms.most);
        if (isHeldUp(ticket.document.tap, quantum) || isHeldUp(ticket.origin.tap, quantum)) {
            board.out(ticket);
            board.in(ticket, now);
            return true;
        }
        long least = total.smallest(quantum) + terms.reserve;
        if (total.available() < least) {
            wakeUpAt(now + total.nanosUntil(least));
            return false;
        }
        long bytes = Math.min(quantum, total.available() - terms.reserve);
        bytes = Math.min(bytes, ticket.document.tap.bucket.available());
        grant(ticket, Math.min(bytes, ticket.origin.tap.bucket.available()), terms.isShare);
        return true;
    }

    private long quantum(Ticket ticket) {
        long room = Math.min(ticket.wanted, Board.WINDOW_BYTES - ticket.outstanding);
        boolean isLimited = total.isLimited() || ticket.isLimited();
        return isLimited ? Math.min(room, QUANTUM_BYTES) : room;
    }

    /** Whether a tap gives nothing now; one that has just run dry is shut. */
    private boolean isHeldUp(Tap tap, long quantum) {
        long least = tap.bucket.smallest(quantum);
        if (tap.isOpen() && tap.bucket.available() < least) {
            tap.dry(now + Math.max(1, tap.bucket.nanosUntil(least)));
            dry.add(tap);
            wakeUpAt(tap.readyAt());
        }
        return !tap.isOpen();
    }

    /** Whether its place is wanted by someone who goes before it, or is one too many. */
    private boolean isOutranked(Ticket ticket) {
        if (board.isOverfull() || ticket.origin.isOverfull() || board.isOutrankedAtOrigin(ticket)) {
            return true;
        }
        if (board.hasFreePlace()) {
            return false;
        }
        for (int rank = ticket.rank() + 1; rank < board.ranks.size(); rank++) {
            if (precedence.isOwedPlace(rank)) {
                return true;
            }
        }
        return mostUrgentWaiting().filter(best -> best.rank() < ticket.rank()).isPresent();
    }

    /** Whether one of its class is to have its place now; if none waits, another slice begins. */
    private boolean hasHadItsSlice(Ticket ticket) {
        if (ticket.sliced < SLICE_SERVED) {
            return false;
        }
        ticket.sliced = 0;
        ticket.slice += SLICE_SERVED;
        Rank rank = board.rank(ticket);
        boolean isAwaited =
                (ticket.origin.isFull() && ticket.origin.line(ticket.rank()).best().isPresent())
                        || (!board.hasFreePlace() && rank.best().isPresent());
        if (!isAwaited) {
            rank.begun(ticket.slice);
        }
        return isAwaited;
    }

    private void grant(Ticket ticket, long bytes, boolean isShare) {
        Rank rank = board.rank(ticket);
        board.out(ticket);
        ticket.owed = false;
        ticket.wanted -= bytes;
        ticket.outstanding += bytes;
        rank.served(ticket.served);
        long served = Ticket.cost(bytes, ticket.priority);
        ticket.served += served;
        ticket.sliced += served;
        if (!ticket.flying && !ticket.isLimited()) {
            ticket.flying = true;
            rank.flying(1, now);
        }
        board.in(ticket, now);
        take(ticket, bytes);
        share(ticket, bytes, isShare);
        calls.add(() -> ticket.holder.granted(bytes));
    }

    private void take(Ticket ticket, long bytes) {
        total.take(bytes);
        ticket.document.tap.bucket.take(bytes);
        ticket.origin.tap.bucket.take(bytes);
    }

    private void share(Ticket ticket, long bytes, boolean isShare) {
        if (isShare) {
            board.rank(ticket).share.spent(now, bytes);
        }
        precedence.earn(ticket, bytes);
    }
}
