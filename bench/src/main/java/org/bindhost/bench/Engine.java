package org.bindhost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.bindhost.bind.Binder;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.spi.MonikerClass;

/** An engine as a program has it, with the drivers that are on the class path. */
public final class Engine implements AutoCloseable {

    private final ServiceLoader<MonikerClass> drivers = ServiceLoader.load(MonikerClass.class);
    private final Path spool = newSpool();
    private final BindCore core;

    /** Opens an engine with the usual settings. */
    public Engine() {
        this(CoreSettings.DEFAULT_TRANSFERS, 0);
    }

    /**
     * Opens an engine.
     *
     * @param transfers how many transfers may move at once
     * @param bytesPerSecond how fast they may move together, or 0
     */
    public Engine(int transfers, long bytesPerSecond) {
        var usual = CoreSettings.defaults(spool);
        var settings =
                new CoreSettings(
                        transfers,
                        bytesPerSecond,
                        usual.memoryBytes(),
                        usual.spoolBytes(),
                        usual.spoolDirectory());
        try {
            core = BindCore.open("bench", settings, drivers);
        } catch (IOException e) {
            throw new IllegalStateException("no engine without " + spool, e);
        }
    }

    private static Path newSpool() {
        try {
            return Files.createTempDirectory("bench");
        } catch (IOException e) {
            throw new IllegalStateException("no engine without a spool directory", e);
        }
    }

    /**
     * Returns what makes names.
     *
     * @return the monikers
     */
    public Monikers monikers() {
        return core.monikers();
    }

    /**
     * Returns what binds names.
     *
     * @return the binder
     */
    public Binder binder() {
        return core.binder();
    }

    /**
     * Returns where it keeps what nobody has read.
     *
     * @return the directory of its spool
     */
    public Path spool() {
        return spool;
    }

    /**
     * Makes a name of a text that is one.
     *
     * @param text the text
     * @return the name
     */
    public Moniker name(String text) {
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
            for (MonikerClass driver : drivers) {
                if (driver instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            }
            Files.deleteIfExists(spool);
        } catch (Exception e) { // whatever a driver throws
            throw new IllegalStateException("not closed, or left behind: " + spool, e);
        }
    }
}
