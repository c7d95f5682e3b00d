package org.bindhost.core.naming;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.ReducibleMonikerClass;

/** Names that stand for others. */
final class Aliases implements MonikerClass, ReducibleMonikerClass {

    final Map<String, Moniker> targets = new HashMap<>();

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
        return Optional.ofNullable(targets.get(name.key()));
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        throw new AssertionError("no test opens " + request.name());
    }
}
