package org.bindhost.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A client that wants a say in what is asked and answered, in a protocol with named fields. The
 * engine asks it in the bind's turns; a driver composes what it does next on the stages, which are
 * completed as if the engine called the driver. Once the bind has ended they are not completed any
 * more.
 *
 * <p><b>Threads.</b> Any thread may call any method, one call at a time.
 *
 * <p><b>Source.</b> {@code IHttpNegotiate}; see {@link org.bindhost.bind.HttpNegotiate}.
 */
@ProviderType
public interface Negotiation {

    /**
     * Asks what to add to a request that is about to be sent. A driver checks what it is told.
     *
     * @param fields what the request says so far, by names in lower case
     * @return what to add, by name
     */
    CompletionStage<Map<String, String>> beginning(Map<String, List<String>> fields);

    /**
     * Asks what to do about an answer, before anything of it is used.
     *
     * @param status how the answer is numbered by its protocol
     * @param fields what the answer says, by names in lower case
     * @return what to add to the request to be sent again, or empty to go on with the answer; or a
     *     failure with a {@link org.bindhost.bind.BindException}
     */
    CompletionStage<Optional<Map<String, String>>> answered(
            int status, Map<String, List<String>> fields);
}
