package org.bindhost.core.component;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.CommonPrefix;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.ParsedName;
import org.bindhost.moniker.Reduced;
import org.bindhost.moniker.RelativePath;
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
    public Optional<Moniker> compose(Moniker left, Moniker right) throws BindException {
        return monikers.compose(left, right);
    }

    @Override
    public Optional<Moniker> compose(List<Moniker> names) throws BindException {
        return monikers.compose(names);
    }

    @Override
    public Optional<Moniker> join(Moniker left, Moniker right) throws BindException {
        return monikers.join(left, right);
    }

    @Override
    public Moniker inverse(Moniker moniker) throws BindException {
        return monikers.inverse(moniker);
    }

    @Override
    public Optional<CommonPrefix> commonPrefix(Moniker me, Moniker him) throws BindException {
        return monikers.commonPrefix(me, him);
    }

    @Override
    public RelativePath relativePath(Moniker from, Moniker to) throws BindException {
        return monikers.relativePath(from, to);
    }

    @Override
    public Reduced reduce(Moniker moniker) throws BindException {
        return monikers.reduce(moniker);
    }

    @Override
    public Moniker item(String name) {
        return monikers.item(name);
    }

    @Override
    public Moniker anti(int count) {
        return monikers.anti(count);
    }

    @Override
    public String save(Moniker moniker) {
        return monikers.save(moniker);
    }

    @Override
    public Moniker load(String saved) throws MonikerSyntaxException {
        return monikers.load(saved);
    }

    @Override
    public Asynchrony isAsynchronous(Moniker moniker) {
        return monikers.isAsynchronous(moniker);
    }
}
