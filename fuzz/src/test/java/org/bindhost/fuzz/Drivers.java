package org.bindhost.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.Monikers;
import org.bindhost.spi.MonikerClass;

/** What the drivers on the class path make of names, for as long as the process lives. */
final class Drivers {

    private static final BindCore CORE = open();

    private Drivers() {}

    static Monikers monikers() {
        return CORE.monikers();
    }

    private static BindCore open() {
        Complaints.fail();
        try {
            Path spool = Files.createDirectories(Path.of("target", "spool"));
            return BindCore.open(
                    "fuzz", CoreSettings.defaults(spool), ServiceLoader.load(MonikerClass.class));
        } catch (IOException e) {
            throw new AssertionError("no spool", e);
        }
    }
}
