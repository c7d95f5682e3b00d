package org.bindhost.url;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Which part of the whole a partial answer is: RFC 9110, 14.4.
 *
 * @param first its first byte
 * @param last its last byte
 * @param whole how many bytes the whole has, if that is said
 */
record ContentRange(long first, long last, OptionalLong whole) {

    private static final Pattern SYNTAX =
            Pattern.compile("(?i:bytes) (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    private static final Pattern UNSATISFIED = Pattern.compile("(?i:bytes) \\*/(\\d{1,18})");

    /** Reads what goes with a refusal: how many bytes the whole has. */
    static OptionalLong unsatisfied(String field) {
        var matcher = UNSATISFIED.matcher(field.trim());
        return matcher.matches()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)))
                : OptionalLong.empty();
    }

    static Optional<ContentRange> parse(String field) {
        var matcher = SYNTAX.matcher(field.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group(3);
        var range =
                new ContentRange(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        whole.equals("*")
                                ? OptionalLong.empty()
                                : OptionalLong.of(Long.parseLong(whole)));
        return Optional.of(range).filter(ContentRange::isSound);
    }

    private boolean isSound() {
        return first <= last && last < whole.orElse(Long.MAX_VALUE);
    }

    long length() {
        return last - first + 1;
    }
}
