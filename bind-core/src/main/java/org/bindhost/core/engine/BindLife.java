package org.bindhost.core.engine;

import static org.bindhost.bind.BindState.ACTIVE;
import static org.bindhost.bind.BindState.STARTING;
import static org.bindhost.bind.BindState.SUSPENDED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;

/**
 * Where a bind stands; the one owner of that. Every move is a row of the table, every other move is
 * refused.
 *
 * <p>Invariant: there is an outcome exactly when the state is terminal, and then neither changes.
 */
final class BindLife {

    private static final Map<BindState, Set<BindState>> MOVES = moves();

    private BindState state = STARTING;
    private Optional<BindOutcome> outcome = Optional.empty();

    synchronized BindState state() {
        return state;
    }

    synchronized Optional<BindOutcome> outcome() {
        return outcome;
    }

    boolean start() {
        return move(STARTING, ACTIVE);
    }

    boolean suspend() {
        return move(ACTIVE, SUSPENDED);
    }

    boolean resume() {
        return move(SUSPENDED, ACTIVE);
    }

    /** Ends the bind, if the table has the move; the first end stands. */
    synchronized boolean end(BindOutcome how) {
        if (!MOVES.get(state).contains(how.state())) {
            return false;
        }
        state = how.state();
        outcome = Optional.of(how);
        return true;
    }

    private synchronized boolean move(BindState from, BindState to) {
        if (state != from) {
            return false;
        }
        state = to;
        return true;
    }

    private static Map<BindState, Set<BindState>> moves() {
        var moves = new EnumMap<BindState, Set<BindState>>(BindState.class);
        for (BindState state : BindState.values()) {
            moves.put(state, EnumSet.noneOf(BindState.class));
        }
        moves.put(STARTING, EnumSet.of(ACTIVE, BindState.FAILED, BindState.ABORTED));
        moves.put(
                ACTIVE,
                EnumSet.of(SUSPENDED, BindState.COMPLETED, BindState.FAILED, BindState.ABORTED));
        moves.put(
                SUSPENDED,
                EnumSet.of(ACTIVE, BindState.COMPLETED, BindState.FAILED, BindState.ABORTED));
        return moves;
    }
}
