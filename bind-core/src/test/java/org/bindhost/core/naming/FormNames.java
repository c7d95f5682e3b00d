package org.bindhost.core.naming;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;

/** Names of a form, at the head of a text or, if they begin with {@code '!'}, after a name. */
final class FormNames implements MonikerClass, ItemMonikerClass {

    private final String name;
    private final Pattern form;

    FormNames(String name, String form) {
        this.name = name;
        this.form = Pattern.compile(form);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isAsynchronous() {
        return false;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return text.startsWith("!") ? Recognition.foreign() : find(text);
    }

    @Override
    public Recognition recognizeItem(String rest, Moniker left) {
        return rest.startsWith("!") ? find(rest) : Recognition.foreign();
    }

    private Recognition find(String text) {
        var matcher = form.matcher(text);
        return matcher.lookingAt()
                ? new Recognition.Found(
                        new MonikerPart(name, matcher.group(), matcher.group()), matcher.end())
                : Recognition.foreign();
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        throw new AssertionError("no test opens " + request.name());
    }
}
