package org.bindhost.core.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Registration;

/**
 * Decides which transfers move, and how far: all transfers of an engine share its slots and its
 * rate.
 *
 * <p>Slots go to the most urgent class first, within a class to whoever asked first. A transfer
 * keeps its slot while bytes are on their way to it; when someone more urgent waits, the least
 * urgent holder is granted nothing more and so gives its slot up. Under a rate, bytes go to the
 * most urgent class first and within a class by weight.
 *
 * <p>Invariant: at most {@code limits.transfers()} tickets hold a slot. Nobody is called while the
 * lock is held.
 */
public final class Scheduler {

    /** Grants under a rate are no larger, so that shares are even. */
    private static final long QUANTUM_BYTES = 16 * 1024;

    private static final Comparator<Ticket> BY_TURN =
            Comparator.<Ticket, Priority>comparing(
                            t -> t.priority, Comparator.comparing(Priority::priorityClass))
                    .thenComparingLong(t -> t.order);

    private static final Comparator<Ticket> BY_SHARE =
            Comparator.<Ticket, Priority>comparing(
                            t -> t.priority, Comparator.comparing(Priority::priorityClass))
                    .thenComparingDouble(t -> t.served)
                    .thenComparingLong(t -> t.order);

    private final Timer timer;
    private final TokenBucket bucket;
    private final Set<Ticket> tickets = new LinkedHashSet<>();
    private final Set<Ticket> holders = new LinkedHashSet<>();
    private Limits limits;
    private long orders;
    private Optional<Registration> wakeUp = Optional.empty();

    public Scheduler(LongSupplier nanos, Timer timer, Limits limits) {
        this.timer = timer;
        this.limits = limits;
        this.bucket = new TokenBucket(nanos, limits.bytesPerSecond());
    }

    /** Takes in a transfer, which asks for nothing yet. */
    public synchronized Ticket enroll(Priority priority, Ticket.Holder holder) {
        var ticket = new Ticket(this, holder, priority, orders++);
        ticket.served =
                tickets.stream()
                        .mapToDouble(t -> t.served)
                        .min()
                        .orElse(0); // no arrears, no credit
        tickets.add(ticket);
        return ticket;
    }

    /** Changes the limits; transfers under way keep what they were granted. */
    public void limits(Limits newLimits) {
        change(
                () -> {
                    limits = newLimits;
                    bucket.rate(newLimits.bytesPerSecond());
                });
    }

    void want(Ticket ticket, long bytes) {
        change(() -> ticket.wanted += bytes);
    }

    void arrived(Ticket ticket, long bytes) {
        List<Runnable> calls;
        synchronized (this) {
            ticket.outstanding -= bytes;
            if (!ticket.isIdle() || ticket.closed) {
                return;
            }
            calls = decide();
        }
        runAll(calls);
    }

    void close(Ticket ticket) {
        change(
                () -> {
                    ticket.closed = true;
                    ticket.outstanding = 0;
                    ticket.opening = false;
                    holders.remove(ticket);
                    tickets.remove(ticket);
                });
    }

    void change(Runnable change) {
        List<Runnable> calls;
        synchronized (this) {
            change.run();
            calls = decide();
        }
        runAll(calls);
    }

    /** Tells everybody, even if one of them fails: what was decided is booked already. */
    private static void runAll(List<Runnable> calls) {
        for (Runnable call : calls) {
            try {
                call.run();
            } catch (RuntimeException e) {
                System.getLogger(Scheduler.class.getName())
                        .log(System.Logger.Level.WARNING, "a transfer cannot be told", e);
            }
        }
    }

    private List<Runnable> decide() {
        var calls = new ArrayList<Runnable>();
        List.copyOf(holders).stream()
                .filter(t -> t.isIdle() && !t.wantsAnything())
                .forEach(holders::remove);
        grant(admit(calls), calls);
        return calls;
    }

    /** Hands out slots, and names the holders that must make room for someone more urgent. */
    private Set<Ticket> admit(List<Runnable> calls) {
        var yielding = new LinkedHashSet<Ticket>();
        var expecting = new HashSet<Ticket>();
        for (var next = first(expecting); next.isPresent(); next = first(expecting)) {
            Ticket ticket = next.get();
            if (holders.size() < limits.transfers()) {
                hold(ticket, calls);
                continue;
            }
            var victim = leastUrgentBelow(ticket, yielding);
            if (victim.isEmpty()) {
                break; // and none for those who come after it
            }
            if (victim.get().isIdle()) {
                holders.remove(victim.get());
            } else {
                yielding.add(victim.get());
                expecting.add(ticket);
            }
        }
        return yielding;
    }

    private Optional<Ticket> first(Set<Ticket> except) {
        return tickets.stream()
                .filter(t -> t.wantsAnything() && !holders.contains(t) && !except.contains(t))
                .min(BY_TURN);
    }

    private Optional<Ticket> leastUrgentBelow(Ticket ticket, Set<Ticket> except) {
        return holders.stream()
                .filter(t -> !except.contains(t) && ticket.isMoreUrgentThan(t))
                .max(BY_TURN);
    }

    private void hold(Ticket ticket, List<Runnable> calls) {
        holders.add(ticket);
        if (ticket.wantsToOpen) {
            ticket.wantsToOpen = false;
            ticket.opening = true;
            calls.add(ticket.holder::mayOpen);
        }
    }

    private void grant(Set<Ticket> yielding, List<Runnable> calls) {
        var hungry =
                holders.stream()
                        .filter(t -> t.wantsAnything() && t.wanted > 0 && !yielding.contains(t))
                        .sorted(BY_SHARE)
                        .toList();
        if (limits.bytesPerSecond() == 0) {
            hungry.forEach(t -> grant(t, t.wanted, calls));
        } else {
            grantByRate(hungry, calls);
        }
    }

    private void grantByRate(List<Ticket> hungry, List<Runnable> calls) {
        var left = new ArrayList<>(hungry);
        while (!left.isEmpty()) {
            Ticket next = left.stream().min(BY_SHARE).orElseThrow();
            long quantum = Math.min(next.wanted, QUANTUM_BYTES);
            if (bucket.available() < Math.min(quantum, smallestGrant())) {
                wakeUpIn(bucket.nanosUntil(Math.min(quantum, smallestGrant())));
                return;
            }
            grant(next, Math.min(quantum, bucket.available()), calls);
            if (next.wanted == 0) {
                left.remove(next);
            }
        }
    }

    /** Under a low rate a whole quantum would be a long wait, and a byte at a time a busy one. */
    private long smallestGrant() {
        return Math.max(1, Math.min(QUANTUM_BYTES, limits.bytesPerSecond() / 20));
    }

    private void grant(Ticket ticket, long bytes, List<Runnable> calls) {
        ticket.wanted -= bytes;
        ticket.outstanding += bytes;
        ticket.served += (double) bytes / ticket.priority.weight();
        bucket.take(bytes);
        calls.add(() -> ticket.holder.granted(bytes));
    }

    private void wakeUpIn(long nanos) {
        wakeUp.ifPresent(Registration::close);
        wakeUp = Optional.of(timer.after(Math.max(1, nanos), () -> change(() -> {})));
    }
}
