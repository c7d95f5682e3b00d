package org.bindhost.core.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.Registration;
import org.bindhost.core.naming.Names;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;

/**
 * Objects that are registered under display names, which may mean nothing until a class is present
 * that understands them.
 *
 * <p>Invariant: whatever is in {@code waiting} could not be parsed with the drivers present when it
 * was last tried. Names are parsed, and drivers so called, without the lock.
 */
public final class RunningServices {

    /** What is registered under one display name by one service; each is its own. */
    private static final class Waiting {

        private final Object key;
        private final String displayName;
        private final int ranking;
        private final RunningObject object;

        Waiting(Object key, String displayName, int ranking, RunningObject object) {
            this.key = key;
            this.displayName = displayName;
            this.ranking = ranking;
            this.object = object;
        }
    }

    private final RunningTable table;
    private final Names names;
    private final Map<Object, List<Registration>> registrations = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();

    public RunningServices(RunningTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    /** Enters a service under a key that is unique to it. */
    public void add(Object key, List<String> displayNames, int ranking, RunningObject object) {
        synchronized (this) {
            registrations.put(key, new ArrayList<>());
            for (String displayName : displayNames) {
                waiting.add(new Waiting(key, displayName, ranking, object));
            }
        }
        retry();
    }

    public void remove(Object key) {
        List<Registration> gone;
        synchronized (this) {
            waiting.removeIf(w -> w.key.equals(key));
            gone = Optional.ofNullable(registrations.remove(key)).orElse(List.of());
        }
        gone.forEach(Registration::close);
    }

    /** Tries again what could not be parsed: there is another class now. */
    public void retry() {
        List<Waiting> toTry;
        synchronized (this) {
            toTry = List.copyOf(waiting);
        }
        for (Waiting one : toTry) {
            parse(one).ifPresent(name -> enter(one, name));
        }
    }

    private Optional<Moniker> parse(Waiting one) {
        try {
            return Optional.of(names.parseRegistered(one.displayName));
        } catch (MonikerSyntaxException e) {
            System.getLogger(RunningServices.class.getName())
                    .log(
                            System.Logger.Level.DEBUG,
                            "a service cannot run under its name yet: {0}",
                            e.getMessage());
            return Optional.empty();
        }
    }

    private void enter(Waiting one, Moniker name) {
        var entered = table.add(names.reduced(name), one.displayName, one.ranking, one.object);
        Registration registration = entered.registration();
        synchronized (this) {
            if (waiting.remove(one) && registrations.containsKey(one.key)) {
                registrations.get(one.key).add(registration);
                return;
            }
        }
        registration.close(); // it left meanwhile, or another thread has entered it
    }
}
