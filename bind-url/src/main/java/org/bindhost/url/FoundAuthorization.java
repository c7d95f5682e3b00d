package org.bindhost.url;

import org.eclipse.jetty.client.Request;

/**
 * What was found to say who asks.
 *
 * @param what what is said
 * @param generation that of {@link KnownCredentials} when somebody was asked for it
 */
record FoundAuthorization(Authorization what, long generation) {

    void applyTo(Request request) {
        what.applyTo(request);
    }

    boolean isLasting() {
        return what.isLasting();
    }
}
