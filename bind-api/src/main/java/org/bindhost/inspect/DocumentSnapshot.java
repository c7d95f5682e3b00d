package org.bindhost.inspect;

import java.util.List;
import org.bindhost.container.ReadyState;

/**
 * A document as it stood.
 *
 * @param base its display name, which relative names are relative to
 * @param controls its controls, in the order they were added
 * @param transfers how many binds were under way for it
 * @param bytes how many bytes all its binds had transferred
 */
public record DocumentSnapshot(
        String base, List<ControlSnapshot> controls, int transfers, long bytes) {

    /** Copies the controls. */
    public DocumentSnapshot {
        controls = List.copyOf(controls);
    }

    /**
     * A control as it stood.
     *
     * @param name its name in the document
     * @param type its type
     * @param readyState how far it had come with loading, by its own word
     */
    public record ControlSnapshot(String name, String type, ReadyState readyState) {}
}
