package org.bindhost.url;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hosts with characters beyond ASCII: UTS #46, not transitional, with the options of the URL
 * standard. Loaded only when there is such a host.
 */
final class InternationalHost {

    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(
                    IDNA.CHECK_BIDI
                            | IDNA.CHECK_CONTEXTJ
                            | IDNA.NONTRANSITIONAL_TO_ASCII
                            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** DNS has no longer ones, and what ICU does grows with the square of the length. */
    private static final int LONGEST = 255;

    /** What ICU reports and the URL standard allows; how long a label may be is for DNS to say. */
    private static final Set<IDNA.Error> ALLOWED =
            EnumSet.of(
                    IDNA.Error.LEADING_HYPHEN,
                    IDNA.Error.TRAILING_HYPHEN,
                    IDNA.Error.HYPHEN_3_4,
                    IDNA.Error.EMPTY_LABEL,
                    IDNA.Error.LABEL_TOO_LONG,
                    IDNA.Error.DOMAIN_NAME_TOO_LONG);

    private InternationalHost() {}

    /** The host as A-labels; those that it has already are checked. */
    static String ascii(String host, int at) throws BadUrl {
        if (host.length() > LONGEST) {
            throw new BadUrl(
                    at, "has an international host of more than " + LONGEST + " characters");
        }
        var info = new IDNA.Info();
        var ascii = new StringBuilder();
        UTS46.nameToASCII(host, ascii, info);
        String problems =
                info.getErrors().stream()
                        .filter(error -> !ALLOWED.contains(error))
                        .map(error -> error.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
        if (!problems.isEmpty()) {
            throw new BadUrl(at, "has a host that is no international name: " + problems);
        }
        return ascii.toString();
    }

    /** The same host as it is meant to be read. */
    static String unicode(String ascii) {
        var unicode = new StringBuilder();
        UTS46.nameToUnicode(ascii, unicode, new IDNA.Info());
        return unicode.toString();
    }
}
