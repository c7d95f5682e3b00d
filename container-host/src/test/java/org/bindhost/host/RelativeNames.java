package org.bindhost.host;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Upload;
import org.bindhost.spi.WritableMonikerClass;
import org.bindhost.testkit.ScriptedDriver;

/** Adds to a scripted driver names that are relative to a scripted one. */
final class RelativeNames implements MonikerClass, WritableMonikerClass {

    private final ScriptedDriver driver;

    RelativeNames(ScriptedDriver driver) {
        this.driver = driver;
    }

    @Override
    public String name() {
        return driver.name();
    }

    @Override
    public boolean isAsynchronous() {
        return driver.isAsynchronous();
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        if (base.isEmpty() || text.contains(":")) {
            return driver.recognize(text, base);
        }
        String from = base.get().key();
        String directory = from.substring(0, from.lastIndexOf('/') + 1);
        return new Recognition.Found(driver.part(directory + text), text.length());
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        return driver.open(request);
    }

    @Override
    public CompletionStage<Upload> create(OpenRequest request) {
        return driver.create(request);
    }
}
