package org.bindhost.shell;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bindhost.bind.BindException;

/**
 * What becomes of the binds of a name.
 *
 * @param text what comes
 * @param ending what happens then
 * @param failure what the bind fails with, if it fails
 * @param mediaType what kind of data it is said to be
 */
record Script(String text, Ending ending, Optional<BindException> failure, String mediaType) {

    private static final String PLAIN = "text/plain";

    /** What happens after the bytes. */
    enum Ending {
        COMPLETES,
        FAILS,
        REFUSES,
        HANGS
    }

    static Script of(String text) {
        return new Script(text, Ending.COMPLETES, Optional.empty(), PLAIN);
    }

    static Script breakingOff(String text, BindException failure) {
        return new Script(text, Ending.FAILS, Optional.of(failure), PLAIN);
    }

    static Script refusing(BindException failure) {
        return new Script("", Ending.REFUSES, Optional.of(failure), PLAIN);
    }

    static Script hanging(String text) {
        return new Script(text, Ending.HANGS, Optional.empty(), PLAIN);
    }

    Script as(String otherMediaType) {
        return new Script(text, ending, failure, otherMediaType);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
