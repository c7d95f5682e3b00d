package org.bindhost.core.classes;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;

/**
 * The class {@code anti}: {@code \..}, what takes away the part to its left. How it does so is in
 * the composition of names, which knows it; by itself it names nothing.
 */
public final class AntiMonikers implements MonikerClass, ItemMonikerClass {

    @Override
    public String name() {
        return AntiNames.CLASS;
    }

    @Override
    public boolean isAsynchronous() {
        return false;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return text.startsWith(AntiNames.STEP)
                ? new Recognition.Found(AntiNames.part(1), AntiNames.STEP.length())
                : Recognition.foreign();
    }

    /** Behind another one only: anything else it would have taken away. */
    @Override
    public Recognition recognizeItem(String rest, Moniker left) {
        return AntiNames.isAnti(left.last())
                ? recognize(rest, Optional.empty())
                : Recognition.foreign();
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        return CompletableFuture.failedStage(
                new BindException(
                        Reason.NOT_BINDABLE,
                        "the anti-moniker "
                                + request.name()
                                + " names nothing; it takes away what it is composed with"));
    }
}
