package org.bindhost.core.engine;

import java.util.Optional;
import org.bindhost.core.naming.Names;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;

/** Tells which files lie beside a document that is a file itself, or below it. */
final class Besides {

    /** The only class whose keys are known to be paths, from which nothing leads up. */
    private static final String FILES = "file";

    private Besides() {}

    static boolean isBeside(Names names, Optional<String> document, MonikerPart part) {
        if (document.isEmpty() || !part.monikerClass().equals(FILES)) {
            return false;
        }
        try {
            MonikerPart first = names.parse(document.get()).parts().get(0);
            return first.monikerClass().equals(FILES) && isBelow(directory(first.key()), part);
        } catch (MonikerSyntaxException e) {
            return false; // a document of no name that anyone understands
        }
    }

    private static String directory(String key) {
        return key.substring(0, Math.max(key.lastIndexOf('/'), key.lastIndexOf('\\')) + 1);
    }

    /** The root of everything is nobody's directory. */
    private static boolean isBelow(String directory, MonikerPart part) {
        boolean hasName = directory.split("[/\\\\]").length > 1;
        return hasName && part.key().startsWith(directory);
    }
}
