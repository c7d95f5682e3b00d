package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Recognition;

/** Texts that tests use as names. */
final class Named {

    private Named() {}

    /** The name that a whole text is. */
    static MonikerPart part(String text) {
        return part(text, Optional.empty());
    }

    /** The name that a whole text is beside another one. */
    static MonikerPart part(String text, MonikerPart base) {
        return part(text, Optional.of(base));
    }

    private static MonikerPart part(String text, Optional<MonikerPart> base) {
        var found = found(text, base);
        assertThat(found.length()).as(text).isEqualTo(text.length());
        return found.part();
    }

    /** The name that a text begins with. */
    static Recognition.Found found(String text, Optional<MonikerPart> base) {
        var recognition = UrlNames.recognize(text, base);
        return recognition
                .found()
                .orElseThrow(() -> new AssertionError(text + " is none: " + recognition));
    }

    static String key(String text) {
        return part(text).key();
    }

    static List<String> warnings(String text) {
        return found(text, Optional.empty()).warnings();
    }

    static Recognition.Malformed malformed(String text) {
        return malformed(text, Optional.empty());
    }

    static Recognition.Malformed malformed(String text, Optional<MonikerPart> base) {
        var recognition = UrlNames.recognize(text, base);
        assertThat(recognition).as(text).isInstanceOf(Recognition.Malformed.class);
        return (Recognition.Malformed) recognition;
    }
}
