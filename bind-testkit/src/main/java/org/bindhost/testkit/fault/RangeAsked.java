package org.bindhost.testkit.fault;

import java.util.regex.Pattern;

/**
 * The part that a request asks for, if it asks for one and its condition holds.
 *
 * @param from its first byte
 * @param to the byte behind its last
 */
record RangeAsked(long from, long to) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");
    private static final RangeAsked WHOLE = new RangeAsked(-1, -1);

    boolean isWhole() {
        return from < 0;
    }

    static RangeAsked of(Request request, Entity entity) {
        var range = ONE_RANGE.matcher(request.field("Range").orElse(""));
        if (!entity.ranges() || !range.matches() || !holds(request, entity)) {
            return WHOLE;
        }
        String last = range.group(2);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last) + 1;
        return new RangeAsked(Long.parseLong(range.group(1)), to);
    }

    /** By the strong comparison: RFC 9110, 13.1.5. */
    private static boolean holds(Request request, Entity entity) {
        var condition = request.field("If-Range");
        return condition.isEmpty()
                || (entity.tag().equals(condition) && !condition.get().startsWith("W/"))
                || entity.date().equals(condition);
    }
}
