package org.bindhost.container;

import java.util.List;
import org.bindhost.inspect.DocumentSnapshot;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A document that is open, and the controls in it; a service with the property {@link
 * BindHost#DOCUMENT_BASE}.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 *
 * <p><b>Source.</b> {@code IOleContainer}, without the two members that were never supported
 * (L-01).
 */
@ProviderType
public interface ControlContainer {

    /**
     * Returns the host of this document.
     *
     * @return the host
     */
    BindHost bindHost();

    /**
     * Adds a control.
     *
     * @param name a name that no other control of the document has, not empty
     * @param type the type, as in {@link Control#TYPE}
     * @return the control, with its site set
     * @throws IllegalArgumentException if the name is taken
     * @throws IllegalStateException if no control of that type is present, or the document is
     *     closed
     */
    Control add(String name, String type);

    /**
     * Removes a control and aborts its binds.
     *
     * @param name its name
     * @return {@code true} if there was one
     */
    boolean remove(String name);

    /**
     * Lists the controls.
     *
     * @return a snapshot, in the order they were added
     */
    List<Entry> controls();

    /**
     * Tells how the document stands.
     *
     * @return a snapshot
     */
    DocumentSnapshot snapshot();

    /**
     * One control of a document.
     *
     * @param name its name
     * @param type its type
     * @param control the control
     */
    record Entry(String name, String type, Control control) {}
}
