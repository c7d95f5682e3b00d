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
 * @param state what tells it from another text, if it can be gone on with
 */
record Script(
        String text,
        Ending ending,
        Optional<BindException> failure,
        String mediaType,
        Optional<String> state) {

    private static final String PLAIN = "text/plain";

    /** What happens after the bytes. */
    enum Ending {
        COMPLETES,
        FAILS,
        REFUSES,
        HANGS
    }

    static Script of(String text) {
        return new Script(text, Ending.COMPLETES, Optional.empty(), PLAIN, Optional.empty());
    }

    static Script breakingOff(String text, BindException failure) {
        return new Script(text, Ending.FAILS, Optional.of(failure), PLAIN, Optional.empty());
    }

    static Script refusing(BindException failure) {
        return new Script("", Ending.REFUSES, Optional.of(failure), PLAIN, Optional.empty());
    }

    static Script hanging(String text) {
        return new Script(text, Ending.HANGS, Optional.empty(), PLAIN, Optional.empty());
    }

    Script as(String otherMediaType) {
        return new Script(text, ending, failure, otherMediaType, state);
    }

    Script inState(String itsState) {
        return new Script(text, ending, failure, mediaType, Optional.of(itsState));
    }

    /** What is left of it from a place on. */
    Script from(long offset) {
        return new Script(text.substring((int) offset), ending, failure, mediaType, state);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
