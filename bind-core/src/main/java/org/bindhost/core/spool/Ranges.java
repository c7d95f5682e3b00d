package org.bindhost.core.spool;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which bytes of an array there are: ranges that neither meet nor overlap. Not safe for threads.
 */
final class Ranges {

    private final NavigableMap<Long, Long> endOf = new TreeMap<>();
    private long size;

    /** How many bytes there are in all. */
    long size() {
        return size;
    }

    /** How many separate ranges there are. */
    int pieces() {
        return endOf.size();
    }

    boolean contains(long offset) {
        return endFrom(offset) > offset;
    }

    /** Where the bytes end that begin at an offset; the offset itself if there are none. */
    long endFrom(long offset) {
        Map.Entry<Long, Long> before = endOf.floorEntry(offset);
        return before == null ? offset : Math.max(offset, before.getValue());
    }

    /** The first byte there is at or after an offset; {@code Long.MAX_VALUE} if there is none. */
    long nextFrom(long offset) {
        if (contains(offset)) {
            return offset;
        }
        Long next = endOf.ceilingKey(offset);
        return next == null ? Long.MAX_VALUE : next;
    }

    void add(long from, long to) {
        Map.Entry<Long, Long> before = endOf.floorEntry(from);
        if (before != null && before.getValue() == from && isFree(from, to)) {
            endOf.put(before.getKey(), to); // the usual case: one after the other
            size += to - from;
            return;
        }
        long start = from;
        long end = to;
        Map.Entry<Long, Long> met = endOf.floorEntry(to);
        while (met != null && met.getValue() >= start) {
            start = Math.min(start, met.getKey());
            end = Math.max(end, met.getValue());
            take(met);
            met = endOf.floorEntry(to);
        }
        endOf.put(start, end);
        size += end - start;
    }

    /** Whether nothing begins behind an offset and at or before another. */
    private boolean isFree(long from, long to) {
        Long next = endOf.higherKey(from);
        return next == null || next > to;
    }

    /** Takes out what is in a range. */
    void remove(long from, long to) {
        for (var met = endOf.lowerEntry(to);
                met != null && met.getValue() > from;
                met = endOf.lowerEntry(to)) {
            take(met);
            if (met.getValue() > to) {
                add(to, met.getValue());
            }
            if (met.getKey() < from) {
                add(met.getKey(), from);
                return;
            }
        }
    }

    private void take(Map.Entry<Long, Long> range) {
        endOf.remove(range.getKey());
        size -= range.getValue() - range.getKey();
    }

    void clear() {
        endOf.clear();
        size = 0;
    }
}
