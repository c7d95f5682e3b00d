package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whoever knows credentials, such as a dialog or a vault: asked when a server wants to know who
 * asks it. Registered as a service it is asked by every driver that has use for credentials, the
 * one with the highest {@code service.ranking} first, until one knows some.
 *
 * <p>What it answers goes to the origin of the question and nowhere else, once for each request
 * that was refused. If it was right, it may be used again for that origin and that requester, until
 * it is refused or a provider comes or goes.
 *
 * <p><b>Threads.</b> Called on any thread, which may wait, also by several at once. What is not
 * answered in the time that is configured is as good as unknown, and whoever still waits then is
 * interrupted.
 *
 * <p><b>Source.</b> {@code IAuthenticate}.
 */
@ConsumerType
public interface CredentialsProvider {

    /**
     * Returns credentials.
     *
     * @param challenge who wants to know, and for whom it is
     * @return the credentials, or empty if there are none to give; a failure counts as empty
     */
    CompletionStage<Optional<Credentials>> credentials(Challenge challenge);

    /**
     * What a server wants to be told. Scheme and realm are as the server wrote them, and prove
     * nothing: whom credentials are for is told by the origin alone.
     *
     * @param scheme how they would be used, in lower case: {@code "basic"}, {@code "digest"} or
     *     {@code "bearer"}
     * @param realm what of the origin they would be for, empty if it does not say
     * @param origin who is asked: scheme, host, and the port unless it is the usual one, such as
     *     {@code "https://host:8443"}
     * @param proxy whether that is a proxy on the way
     * @param requester for whom it is asked
     */
    record Challenge(
            String scheme, String realm, String origin, boolean proxy, Requester requester) {

        /** Checks that nothing is missing. */
        public Challenge {
            requireNonNull(scheme, "scheme");
            requireNonNull(realm, "realm");
            requireNonNull(origin, "origin");
            requireNonNull(requester, "requester");
        }
    }
}
