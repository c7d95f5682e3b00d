package org.bindhost.shell;

import java.util.HashSet;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;

/** How verbs read. */
final class Reading {

    private Reading() {}

    /** The same, with codings if they are welcome. */
    static BindInfo of(BindInfo plain, boolean compressed) {
        if (!compressed) {
            return plain;
        }
        var flags = new HashSet<>(plain.flags());
        flags.add(BindFlag.ACCEPT_CODINGS);
        return BindInfo.reading(flags.toArray(BindFlag[]::new));
    }
}
