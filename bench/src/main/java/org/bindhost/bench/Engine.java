package org.bindhost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.spi.MonikerClass;

/** An engine as a program has it, with the drivers that are on the class path. */
final class Engine implements AutoCloseable {

    private final Path spool = spool();
    private final BindCore core;

    Engine() {
        var drivers = ServiceLoader.load(MonikerClass.class);
        try {
            core = BindCore.open("bench", CoreSettings.defaults(spool), drivers);
        } catch (IOException e) {
            throw new IllegalStateException("no engine without " + spool, e);
        }
    }

    private static Path spool() {
        try {
            return Files.createTempDirectory("bench");
        } catch (IOException e) {
            throw new IllegalStateException("no engine without a spool directory", e);
        }
    }

    Monikers monikers() {
        return core.monikers();
    }

    Moniker name(String text) {
        try {
            return monikers().parse(text);
        } catch (MonikerSyntaxException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        core.close();
        try {
            Files.deleteIfExists(spool);
        } catch (IOException e) {
            throw new IllegalStateException("left behind: " + spool, e);
        }
    }
}
