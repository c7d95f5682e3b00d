package org.bindhost.core.engine;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.OriginMonikerClass;
import org.bindhost.spi.Recognition;

/** The scripted names, with what stands before the slash for their origin. */
record OriginNames(MonikerClass names) implements MonikerClass, OriginMonikerClass {

    @Override
    public Optional<String> origin(MonikerPart name) {
        if (name.key().startsWith("broken")) {
            throw new IllegalStateException("no origin");
        }
        int slash = name.key().indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(name.key().substring(0, slash));
    }

    @Override
    public String name() {
        return names.name();
    }

    @Override
    public boolean isAsynchronous() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return names.recognize(text, base);
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        return names.open(request);
    }
}
