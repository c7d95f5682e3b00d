package org.bindhost.core.naming;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.Joined;
import org.bindhost.spi.JoiningMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;

/** Names {@code x+} and {@code x-} that undo each other: a class with inverses of its own. */
final class Counters implements MonikerClass, JoiningMonikerClass, InvertibleMonikerClass {

    @Override
    public String name() {
        return "counter";
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
    public Joined join(MonikerPart left, MonikerPart right) {
        return inverse(left).filter(right::equals).isPresent() ? Joined.nothing() : Joined.apart();
    }

    @Override
    public Optional<MonikerPart> inverse(MonikerPart name) {
        String key = name.key();
        String stem = key.substring(0, key.length() - 1);
        String inverse = stem + (key.endsWith("+") ? "-" : "+");
        return Optional.of(new MonikerPart(name(), inverse, name() + ":" + inverse));
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        throw new AssertionError("no test opens " + request.name());
    }
}
