package org.bindhost.host;

import org.bindhost.container.Control;
import org.bindhost.container.ControlContainer;
import org.bindhost.inspect.DocumentSnapshot.ControlSnapshot;
import org.osgi.service.component.ComponentServiceObjects;

/**
 * A control in its place, until it is removed.
 *
 * @param name its name in the document
 * @param type its type
 * @param instances where the instance came from
 * @param control the instance
 * @param site its place
 */
record PlacedControl(
        String name,
        String type,
        ComponentServiceObjects<Control> instances,
        Control control,
        Site site) {

    ControlContainer.Entry entry() {
        return new ControlContainer.Entry(name, type, control);
    }

    ControlSnapshot snapshot() {
        return new ControlSnapshot(name, type, site.readyState());
    }

    void remove() {
        site.close();
        instances.ungetService(control);
    }
}
