package org.bindhost.core.naming;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;

/** Names {@code !in:a} of what is in something; {@code in:a} is one relative to another. */
final class Entries implements MonikerClass, ItemMonikerClass {

    private static final String FORM = "in:";

    @Override
    public String name() {
        return "entry";
    }

    @Override
    public boolean isAsynchronous() {
        return false;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        boolean isRelative = base.filter(b -> b.monikerClass().equals(name())).isPresent();
        return isRelative ? find(text, 0) : Recognition.foreign();
    }

    @Override
    public Recognition recognizeItem(String rest, Moniker left) {
        return rest.startsWith("!") ? find(rest.substring(1), 1) : Recognition.foreign();
    }

    private Recognition find(String text, int before) {
        if (!text.startsWith(FORM)) {
            return Recognition.foreign();
        }
        var written = DelimitedName.of(text);
        return new Recognition.Found(
                new MonikerPart(name(), written.name(), "!" + written.text()),
                before + written.length());
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        throw new AssertionError("no test opens " + request.name());
    }
}
