package org.bindhost.url;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.Requester;

/** What was right once, for an origin and who asked; of a bounded number of them. */
final class KnownCredentials {

    private static final int MOST = 256;

    private final Map<List<Object>, Authorization> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<List<Object>, Authorization> eldest) {
                    return size() > MOST;
                }
            };

    /** Not a record: the JDK keeps the class loader of one that it has compared. */
    private static List<Object> key(String origin, Requester requester) {
        return List.of(origin, requester);
    }

    synchronized Optional<Authorization> of(String origin, Requester requester) {
        return Optional.ofNullable(known.get(key(origin, requester)));
    }

    synchronized void accepted(String origin, Requester requester, Authorization authorization) {
        if (authorization.isLasting()) {
            known.put(key(origin, requester), authorization);
        }
    }

    synchronized void refused(String origin, Requester requester) {
        known.remove(key(origin, requester));
    }

    synchronized void forget() {
        known.clear();
    }
}
