package org.bindhost.host;

import static java.util.stream.Collectors.toCollection;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArraySet;
import org.bindhost.container.Control;
import org.osgi.service.component.ComponentServiceObjects;

/** The types of controls present, each with everyone who brings it. */
final class ControlTypes {

    private final Set<ComponentServiceObjects<Control>> present = new CopyOnWriteArraySet<>();

    void add(ComponentServiceObjects<Control> instances) {
        present.add(instances);
    }

    void remove(ComponentServiceObjects<Control> instances) {
        present.remove(instances);
    }

    boolean has(ComponentServiceObjects<Control> instances) {
        return present.contains(instances);
    }

    /** Finds who makes controls of a type: the highest ranking of those present. */
    Optional<ComponentServiceObjects<Control>> find(String type) {
        return present.stream()
                .filter(instances -> type(instances).equals(type))
                .max(Comparator.comparing(ComponentServiceObjects::getServiceReference));
    }

    Set<String> names() {
        return present.stream().map(ControlTypes::type).collect(toCollection(TreeSet::new));
    }

    private static String type(ComponentServiceObjects<Control> instances) {
        return instances.getServiceReference().getProperty(Control.TYPE) instanceof String type
                ? type
                : "";
    }
}
