package org.bindhost.core.component;

import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.CommonPrefix;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.ParsedName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The names of the engine, as a service. */
@Component
public final class MonikersComponent implements Monikers {

    private final Monikers monikers;

    /**
     * Shows the names of an engine.
     *
     * @param engine the engine
     */
    @Activate
    public MonikersComponent(@Reference EngineComponent engine) {
        this.monikers = engine.engine().monikers();
    }

    @Override
    public Moniker parse(String displayName) throws MonikerSyntaxException {
        return monikers.parse(displayName);
    }

    @Override
    public Moniker parse(String displayName, Moniker base) throws MonikerSyntaxException {
        return monikers.parse(displayName, base);
    }

    @Override
    public ParsedName examine(String displayName, Optional<Moniker> base) {
        return monikers.examine(displayName, base);
    }

    @Override
    public Moniker compose(Moniker left, Moniker right) throws BindException {
        return monikers.compose(left, right);
    }

    @Override
    public Optional<CommonPrefix> commonPrefix(Moniker me, Moniker him) {
        return monikers.commonPrefix(me, him);
    }

    @Override
    public Asynchrony isAsynchronous(Moniker moniker) {
        return monikers.isAsynchronous(moniker);
    }
}
