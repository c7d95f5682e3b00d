package org.bindhost.host;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferenceScope.PROTOTYPE_REQUIRED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.bindhost.bind.Binder;
import org.bindhost.container.BindHost;
import org.bindhost.container.Control;
import org.bindhost.container.ControlContainer;
import org.bindhost.inspect.DocumentSnapshot;
import org.bindhost.moniker.Monikers;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** An open document: makes its controls, gives them their sites, and lets them go. */
@Component(
        service = ControlContainer.class,
        configurationPid = DocumentContainer.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DocumentConfiguration.class, factory = true)
public final class DocumentContainer implements ControlContainer {

    /** The PID of which each configuration is one open document. */
    static final String PID = "org.bindhost.host.document";

    private static final String OWN_NAME = "org.bindhost.host";

    private final Monikers monikers;
    private final Binder binder;
    private final Documents documents;
    private final Document document;
    private final Hosting hosting;
    private final ControlTypes types = new ControlTypes();
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final List<PlacedControl> controls = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * Opens a document.
     *
     * @param monikers makes its names
     * @param binder makes its binds
     * @param documents knows the document
     * @param configuration tells which document
     */
    @Activate
    public DocumentContainer(
            @Reference Monikers monikers,
            @Reference Binder binder,
            @Reference Documents documents,
            DocumentConfiguration configuration) {
        this.monikers = monikers;
        this.binder = binder;
        this.documents = documents;
        this.document = documents.enter(configuration);
        this.hosting = new Hosting(monikers, binder, document, OWN_NAME);
    }

    @Deactivate
    void deactivate() {
        closed = true;
        removeAll(placed -> true);
        hosting.close();
        document.binds().abortAll(Hosting.STOP_WITHIN);
        documents.leave(document);
    }

    @Reference(
            service = Control.class,
            cardinality = MULTIPLE,
            policy = DYNAMIC,
            scope = PROTOTYPE_REQUIRED)
    void addType(ComponentServiceObjects<Control> instances) {
        types.add(instances);
    }

    void removeType(ComponentServiceObjects<Control> instances) {
        types.remove(instances);
        removeAll(placed -> placed.instances().equals(instances));
    }

    @Override
    public BindHost bindHost() {
        return hosting;
    }

    @Override
    public Control add(String name, String type) {
        if (closed) {
            throw new IllegalStateException("the document is closed");
        }
        if (name.isEmpty() || !names.add(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is taken, or no name");
        }
        PlacedControl placed = placeOrGiveBack(name, type);
        controls.add(placed);
        if (closed || !types.has(placed.instances())) {
            removeAll(placed::equals); // whoever ended it meanwhile may not have seen this one
            throw new IllegalStateException("the document, or the type " + type + ", has gone");
        }
        return placed.control();
    }

    private PlacedControl placeOrGiveBack(String name, String type) {
        boolean isPlaced = false;
        try {
            PlacedControl placed = place(name, type);
            isPlaced = true;
            return placed;
        } finally {
            if (!isPlaced) {
                names.remove(name);
            }
        }
    }

    private PlacedControl place(String name, String type) {
        ComponentServiceObjects<Control> instances =
                types.find(type).orElseThrow(() -> missing(type));
        Control control =
                Optional.ofNullable(instances.getService()).orElseThrow(() -> missing(type));
        var site = new Site(new Hosting(monikers, binder, document, owner(instances)));
        var placed = new PlacedControl(name, type, instances, control, site);
        boolean isSettled = false;
        try {
            control.setSite(site);
            isSettled = true;
        } finally {
            if (!isSettled) {
                placed.remove();
            }
        }
        return placed;
    }

    private IllegalStateException missing(String type) {
        return new IllegalStateException(
                "no control of type " + type + " is present; there are: " + types.names());
    }

    @Override
    public boolean remove(String name) {
        return removeAll(placed -> placed.name().equals(name));
    }

    private boolean removeAll(Predicate<PlacedControl> which) {
        boolean any = false;
        for (PlacedControl placed : List.copyOf(controls)) {
            if (which.test(placed) && controls.remove(placed)) {
                placed.remove();
                names.remove(placed.name());
                any = true;
            }
        }
        return any;
    }

    @Override
    public List<Entry> controls() {
        return controls.stream().map(PlacedControl::entry).toList();
    }

    @Override
    public DocumentSnapshot snapshot() {
        return new DocumentSnapshot(
                document.base().orElseThrow(),
                controls.stream().map(PlacedControl::snapshot).toList(),
                document.binds().size(),
                document.bytes());
    }

    private static String owner(ComponentServiceObjects<Control> instances) {
        ServiceReference<Control> reference = instances.getServiceReference();
        return reference.getBundle().getSymbolicName();
    }
}
