package org.bindhost.examples.ticker;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bindhost.container.Control;
import org.bindhost.container.ControlSite;
import org.bindhost.container.DataPaths;
import org.bindhost.container.ReadyState;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.ServiceScope;

/** Shows news and rates, each loaded from a data path of its own, as they come. */
@Component(
        service = Control.class,
        scope = ServiceScope.PROTOTYPE,
        property = Control.TYPE + "=ticker")
@DataPaths({TickerControl.NEWS, TickerControl.RATES})
public final class TickerControl implements Control {

    /** The data path of the news. */
    public static final String NEWS = "news";

    /** The data path of the rates. */
    public static final String RATES = "rates";

    private final Map<String, Line> lines = new TreeMap<>(); // guarded by this
    private final AtomicInteger changes = new AtomicInteger();
    private Optional<ControlSite> site = Optional.empty();
    private ReadyState announced = ReadyState.UNINITIALIZED; // touched while announcing only

    /** Creates a control that shows nothing yet, as a framework does. */
    public TickerControl() {
        for (String property : List.of(NEWS, RATES)) {
            lines.put(property, new Line("", this::announce));
        }
    }

    @Override
    public synchronized void setSite(ControlSite itsSite) {
        site = Optional.of(itsSite);
    }

    /** As far as the line that lags behind; lines without a name are not waited for. */
    @Override
    public ReadyState readyState() {
        return lines().stream()
                .map(Line::readyState)
                .filter(state -> state != ReadyState.UNINITIALIZED)
                .min(Comparator.naturalOrder())
                .orElse(ReadyState.UNINITIALIZED);
    }

    @Override
    public synchronized String dataPath(String property) {
        return line(property).name();
    }

    @Override
    public void setDataPath(String property, String name) {
        var next = new Line(name, this::announce);
        replace(property, next).abort(); // before the new one begins (K-04)
        announce();
        if (!name.isEmpty()) {
            next.load(place());
        }
    }

    @Deactivate
    void deactivate() {
        lines().forEach(Line::abort);
    }

    private synchronized List<Line> lines() {
        return List.copyOf(lines.values());
    }

    private synchronized Line replace(String property, Line next) {
        Line former = line(property);
        lines.put(property, next);
        return former;
    }

    /** Lines change on different threads; one of them announces at a time, so that order holds. */
    private void announce() {
        if (changes.getAndIncrement() > 0) {
            return;
        }
        do {
            ReadyState now = readyState();
            if (now != announced) {
                announced = now;
                place().onReadyStateChange(now);
            }
        } while (changes.decrementAndGet() > 0);
    }

    private Line line(String property) {
        return Optional.ofNullable(lines.get(property))
                .orElseThrow(() -> new IllegalArgumentException("no data path: " + property));
    }

    private synchronized ControlSite place() {
        return site.orElseThrow(() -> new IllegalStateException("the control has no site yet"));
    }

    /** Returns what the control shows. */
    @Override
    public String toString() {
        return lines().stream().map(Line::text).collect(Collectors.joining(" +++ "));
    }
}
