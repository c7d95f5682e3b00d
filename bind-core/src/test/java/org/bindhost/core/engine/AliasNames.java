package org.bindhost.core.engine;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.ReducibleMonikerClass;

/** Names that all stand for one. */
final class AliasNames implements MonikerClass, ReducibleMonikerClass {

    private final Moniker target;

    AliasNames(Moniker target) {
        this.target = target;
    }

    @Override
    public String name() {
        return "alias";
    }

    @Override
    public boolean isAsynchronous() {
        return false;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return Recognition.foreign();
    }

    @Override
    public Optional<Moniker> reduce(MonikerPart name) {
        return Optional.of(target);
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        throw new AssertionError("no test opens " + request.name());
    }
}
