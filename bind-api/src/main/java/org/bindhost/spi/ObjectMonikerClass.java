package org.bindhost.spi;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/** The ability of a {@link MonikerClass} to make objects of what its names denote. */
@ConsumerType
public interface ObjectMonikerClass {

    /**
     * Makes the object that a name denotes.
     *
     * @param request what is asked
     * @param type what the object is wanted as
     * @param <T> what the object is wanted as
     * @return the object, or a failure with a {@link org.bindhost.bind.BindException}, reason
     *     {@code UNSUPPORTED} if it cannot be had as that
     */
    <T> CompletionStage<T> bindToObject(OpenRequest request, Class<T> type);
}
