package org.bindhost.host;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bindhost.container.Control;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** A control type as a framework would supply it, which knows what instances are out. */
final class ControlType implements ComponentServiceObjects<Control> {

    final List<Control> out = new CopyOnWriteArrayList<>();
    Consumer<Control> onRelease = control -> {};

    private final ServiceReference<Control> reference;
    private final Supplier<? extends Control> maker;

    ControlType(String type, String bundle, int ranking, Supplier<? extends Control> maker) {
        this.reference = Answers.reference(bundle, ranking, Map.of(Control.TYPE, type));
        this.maker = maker;
    }

    @Override
    public Control getService() {
        Control control = maker.get();
        out.add(control);
        return control;
    }

    @Override
    public void ungetService(Control control) {
        if (!out.remove(control)) {
            throw new IllegalArgumentException("not out: " + control);
        }
        onRelease.accept(control);
    }

    @Override
    public ServiceReference<Control> getServiceReference() {
        return reference;
    }
}
