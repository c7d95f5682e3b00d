package org.bindhost.url;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.Requester;

/**
 * What was right once, for an origin and who asked; of a bounded number of them. With each change
 * of those who know of credentials it begins anew.
 */
final class KnownCredentials {

    private static final int MOST = 256;

    private final Map<List<Object>, FoundAuthorization> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<List<Object>, FoundAuthorization> eldest) {
                    return size() > MOST;
                }
            };

    private long generation;

    /** Not a record: the JDK keeps the class loader of one that it has compared. */
    private static List<Object> key(String origin, Requester requester) {
        return List.of(origin, requester);
    }

    synchronized Optional<FoundAuthorization> of(String origin, Requester requester) {
        return Optional.ofNullable(known.get(key(origin, requester)));
    }

    /** Those that know of credentials are the same while this is. */
    synchronized long generation() {
        return generation;
    }

    /** What was found before the last change may be what one knew who is gone, and is not kept. */
    synchronized void accepted(
            String origin, Requester requester, FoundAuthorization authorization) {
        if (authorization.isLasting() && authorization.generation() == generation) {
            known.put(key(origin, requester), authorization);
        }
    }

    synchronized void refused(String origin, Requester requester) {
        known.remove(key(origin, requester));
    }

    synchronized void forget() {
        generation++;
        known.clear();
    }
}
