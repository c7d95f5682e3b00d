package org.bindhost.container;

import java.util.Optional;
import org.bindhost.bind.BindContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The place of one control in its container.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 *
 * <p><b>Source.</b> {@code IOleClientSite} with {@code IServiceProvider}.
 */
@ProviderType
public interface ControlSite {

    /**
     * Returns the host through which the control binds.
     *
     * @return the host, or empty if the container does not mediate; then the control binds by
     *     itself
     */
    Optional<BindHost> bindHost();

    /**
     * Returns the context for the control's binds. It is the container's: the control does not
     * close it, and its binds are aborted when the container lets the control go.
     *
     * @return the context
     */
    BindContext bindContext();

    /**
     * Tells the container that the control's ready state has changed (K-08). Does not wait.
     *
     * @param state the new state
     */
    void onReadyStateChange(ReadyState state);
}
