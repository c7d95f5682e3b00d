package org.bindhost.container;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A component that lives in a container. Registered as a Declarative Services component of
 * prototype scope with the property {@link #TYPE}, and best with {@link DataPaths}; a container
 * makes as many instances as it needs and gives each its site.
 *
 * <p><b>Life.</b> {@link #setSite} first and once, then anything, until the instance is released. A
 * control released while it transfers aborts its transfers (K-07).
 *
 * <p><b>Threads.</b> The container calls a control from one thread at a time; the control's bind
 * callbacks come on others.
 */
@ConsumerType
public interface Control {

    /** Service property, a {@code String}: by which containers find the control. Required. */
    String TYPE = "control.type";

    /**
     * Gives the control its place in a container.
     *
     * @param site the site
     */
    void setSite(ControlSite site);

    /**
     * Returns how far the control has come with loading.
     *
     * @return the state
     */
    ReadyState readyState();

    /**
     * Returns a data path, exactly as it was assigned (K-02).
     *
     * @param property one of the properties declared by {@link DataPaths}
     * @return the name of the data, empty if none was assigned
     * @throws IllegalArgumentException if the control has no such data path
     */
    String dataPath(String property);

    /**
     * Assigns a data path and begins to load from it. A transfer under way for the same property is
     * aborted (K-04). Does not wait for data (K-06).
     *
     * @param property one of the properties declared by {@link DataPaths}
     * @param name the name of the data, empty for none
     * @throws IllegalArgumentException if the control has no such data path
     */
    void setDataPath(String property, String name);
}
