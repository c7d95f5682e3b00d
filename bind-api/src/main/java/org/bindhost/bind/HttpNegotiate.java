package org.bindhost.bind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The ability of a {@link BindStatusCallback} to add to what is asked by HTTP, and to see what is
 * answered before any data (D-28). A callback has it by implementing this interface as well, or by
 * {@link BindStatusCallback#extension}.
 *
 * <p><b>Life.</b> Asked between the start of a bind and its stop: once before each request is sent
 * for the first time, and once for each answer but one, that of status 401 to which credentials are
 * known: it is answered with them, and the next answer is shown. A bind takes more than one request
 * after a redirect, to go on after a break, or to read at any place. A bind whose callback has this
 * ability never shares what it fetches.
 *
 * <p><b>Threads.</b> These are callbacks of the bind as all others are: one at a time, in order,
 * where its others are called (D-12), and kept while it is suspended. One that throws ends the
 * bind. An implementation must not block.
 *
 * <p><b>Source.</b> {@code IHttpNegotiate}. Unlike there, redirects are seen too; and what the
 * client adds stays at the origin of the name that it asked for.
 */
@ConsumerType
public interface HttpNegotiate {

    /**
     * A request is about to be sent for the first time. Not called when it is sent again, with
     * credentials or as {@link #onResponse} wants it; nor for a request to another origin than that
     * of the bind's own name, as after a redirect: it is sent without additions.
     *
     * <p>The additions are kept while this request is sent again, and no longer. For a request that
     * follows from it, after a redirect or to go on after a break, this is called anew, and what
     * {@code onResponse} added is not kept either. The additions are for conditions such as {@code
     * If-None-Match}, for credentials, and the like. They take the place of fields of the same
     * name. Refused, and a failure of reason {@code CALLBACK_FAILED}, are fields that are not the
     * client's to set, such as {@code Host}, {@code Content-Length}, {@code Connection} or {@code
     * Range}; names and values with characters that no field has; and more than 64 fields or 16,384
     * characters.
     *
     * @param url what is asked for
     * @param fields what the request says of itself so far, by names in lower case
     * @return what to add, by name; may be empty
     * @throws BindException to end the bind with it
     */
    default Map<String, String> beginningTransaction(String url, Map<String, List<String>> fields)
            throws BindException {
        return Map.of();
    }

    /**
     * The head of an answer has come, and nothing else has been done with it.
     *
     * <p>Sent again, at most five times for one request, it is with the fields that were added to
     * it before and these. That fails if the request has a body that cannot be read again, or it
     * went to another origin than that of the bind's own name (reason {@code DENIED_BY_POLICY}).
     *
     * @param status the status code, such as 404
     * @param fields the fields of the answer, by names in lower case
     * @return what to add to the request, which is then sent again; or empty to go on with this
     *     answer, as if nobody had been asked
     * @throws BindException to end the bind with it
     */
    default Optional<Map<String, String>> onResponse(int status, Map<String, List<String>> fields)
            throws BindException {
        return Optional.empty();
    }
}
