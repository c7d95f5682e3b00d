package org.bindhost.url;

import java.util.Map;
import java.util.Optional;

/**
 * What a request says besides what it has to.
 *
 * @param fields what the client adds, by names in lower case
 * @param authorization who asks
 */
record Additions(Map<String, String> fields, Optional<FoundAuthorization> authorization) {

    static final Additions NONE = new Additions(Map.of(), Optional.empty());

    private static final String AUTHORIZATION = "authorization";

    Additions with(Map<String, String> others) {
        return new Additions(others, authorization);
    }

    Additions by(Optional<FoundAuthorization> other) {
        return new Additions(fields, other);
    }

    /** Whether the client says itself who asks, and so nobody else does. */
    boolean saysWho() {
        return fields.containsKey(AUTHORIZATION);
    }
}
