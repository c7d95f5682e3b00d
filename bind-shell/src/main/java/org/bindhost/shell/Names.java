package org.bindhost.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.ParsedName;
import org.bindhost.spi.DelimitedName;

/** Reads names as they are typed, where a plain one is a file of the current directory. */
final class Names {

    private final Monikers monikers;
    private final Optional<Moniker> base;

    Names(Monikers monikers, Path directory) {
        this.monikers = monikers;
        this.base = base(monikers, directory);
    }

    Moniker parse(String name) throws MonikerSyntaxException {
        return base.isPresent() ? monikers.parse(name, base.get()) : monikers.parse(name);
    }

    ParsedName examine(String name) {
        return monikers.examine(name, base);
    }

    private static Optional<Moniker> base(Monikers monikers, Path directory) {
        // A plain path, since what is typed beside a URL would be read as encoded.
        String path = DelimitedName.write(directory.toString());
        try {
            return Optional.of(monikers.parse(path.endsWith("/") ? path : path + "/"));
        } catch (MonikerSyntaxException e) {
            // No driver for files: only absolute names can be understood then.
            return Optional.empty();
        }
    }
}
