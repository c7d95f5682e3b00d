package org.bindhost.sample;

import java.io.InputStream;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binder;
import org.bindhost.container.BindHost;
import org.bindhost.container.Control;
import org.bindhost.container.ControlSite;
import org.bindhost.container.DataPaths;
import org.bindhost.container.ReadyState;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Shows a text whose name is its data path {@code source}.
 *
 * <p>The text is loaded through the host of the control's site, asynchronously and by pull: it can
 * be used with its first characters, and a text that is too long to show is not transferred.
 */
@Component(
        service = Control.class,
        scope = ServiceScope.PROTOTYPE,
        property = Control.TYPE + "=text")
@DataPaths(TextControl.SOURCE)
public final class TextControl implements Control {

    /** The data path: the name of the text. */
    public static final String SOURCE = "source";

    /** As much as is shown. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final Monikers monikers;
    private final Binder binder;

    private final Announcements announcements =
            new Announcements(state -> place().onReadyStateChange(state));

    private Optional<ControlSite> site = Optional.empty();
    private Optional<Load> load = Optional.empty();
    private String source = "";

    /**
     * Makes a control that shows nothing yet.
     *
     * @param monikers makes names where the site has no host
     * @param binder binds where the site has no host
     */
    @Activate
    public TextControl(@Reference Monikers monikers, @Reference Binder binder) {
        this.monikers = monikers;
        this.binder = binder;
    }

    @Override
    public synchronized void setSite(ControlSite itsSite) {
        site = Optional.of(itsSite);
    }

    @Override
    public ReadyState readyState() {
        return current().map(Load::readyState).orElse(ReadyState.UNINITIALIZED);
    }

    @Override
    public synchronized String dataPath(String property) {
        check(property);
        return source;
    }

    @Override
    public void setDataPath(String property, String name) {
        check(property);
        ControlSite place = place();
        Optional<Load> next =
                name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Load(MOST_BYTES, this::announce));
        replace(name, next).ifPresent(Load::abort);
        announcements.tell();
        next.ifPresent(begun -> begun.begin(callback -> bind(place, name, callback)));
    }

    @Deactivate
    void deactivate() {
        takeLoad().ifPresent(Load::abort);
    }

    private synchronized Optional<Load> takeLoad() {
        Optional<Load> taken = load;
        load = Optional.empty();
        return taken;
    }

    private synchronized Optional<Load> replace(String name, Optional<Load> next) {
        Optional<Load> former = load;
        source = name;
        load = next;
        if (former.isPresent() && next.isEmpty()) {
            announcements.note(ReadyState.UNINITIALIZED);
        }
        return former;
    }

    /** Announces what the present load has reached; what a former one reaches is nobody's news. */
    private void announce(Load of, ReadyState state) {
        synchronized (this) {
            if (load.equals(Optional.of(of))) {
                announcements.note(state);
            }
        }
        announcements.tell();
    }

    private void bind(ControlSite place, String name, BindStatusCallback callback)
            throws BindException {
        try {
            if (place.bindHost().isPresent()) {
                BindHost host = place.bindHost().get();
                host.monikerBindToStorage(
                        host.createMoniker(name), place.bindContext(), callback, InputStream.class);
            } else {
                var context = place.bindContext().derive(place.bindContext().options(), callback);
                binder.bindToStorage(monikers.parse(name), context, InputStream.class);
            }
        } catch (MonikerSyntaxException e) {
            throw new BindException(Reason.SYNTAX, e.getMessage(), e);
        }
    }

    /** Returns what the control shows: the text so far, and why there is no more if it failed. */
    @Override
    public String toString() {
        return current().map(Load::text).orElse("");
    }

    private synchronized Optional<Load> current() {
        return load;
    }

    private synchronized ControlSite place() {
        return site.orElseThrow(() -> new IllegalStateException("the control has no site yet"));
    }

    private static void check(String property) {
        if (!property.equals(SOURCE)) {
            throw new IllegalArgumentException("no data path of this control: " + property);
        }
    }
}
