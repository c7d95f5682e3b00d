package org.bindhost.url;

import java.util.Arrays;

/** An address of eight groups, read in every form of RFC 4291 and written as in RFC 5952. */
final class Ipv6 {

    private static final int GROUPS = 8;
    private static final int MAPPED = 0xFFFF;

    private final String text;
    private final int from;
    private final int to;
    private final int[] groups = new int[GROUPS];
    private int count;
    private int gap = -1;

    private Ipv6(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** The canonical form of the address between two brackets, without them. */
    static String canonical(String text, int from, int to) throws BadUrl {
        var address = new Ipv6(text, from, to);
        address.read();
        return address.written();
    }

    private void read() throws BadUrl {
        int at = from;
        if (text.startsWith("::", from)) {
            gap = 0;
            at += 2;
        }
        while (at < to) {
            at = colons(group(at));
        }
        if (gap < 0 ? count < GROUPS : count == GROUPS) {
            throw bad(from);
        }
        spread();
    }

    /** Reads one group, or an address of four numbers at the end, and returns what follows. */
    private int group(int at) throws BadUrl {
        int colon = text.indexOf(':', at);
        int end = colon < 0 || colon > to ? to : colon;
        long four = end == to ? Ipv4.octets(text, at, end) : -1;
        if (count + (four < 0 ? 1 : 2) > GROUPS) {
            throw bad(at);
        }
        if (four < 0) {
            groups[count++] = hex(at, end);
        } else {
            groups[count++] = (int) (four >> 16);
            groups[count++] = (int) (four & 0xFFFF);
        }
        return end;
    }

    private int hex(int at, int end) throws BadUrl {
        if (end == at || end - at > 4) {
            throw bad(at);
        }
        int value = 0;
        for (int i = at; i < end; i++) {
            int digit = Characters.hex(text.charAt(i));
            if (digit < 0) {
                throw bad(i);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Passes one colon, or the two that stand for zeros. */
    private int colons(int at) throws BadUrl {
        if (at == to) {
            return at;
        }
        if (!text.startsWith("::", at)) {
            if (at + 1 == to) {
                throw bad(at);
            }
            return at + 1;
        }
        if (gap >= 0) {
            throw bad(at);
        }
        gap = count;
        return at + 2;
    }

    /** Moves what stands behind the gap to the end. */
    private void spread() {
        if (gap >= 0) {
            int behind = count - gap;
            System.arraycopy(groups.clone(), gap, groups, GROUPS - behind, behind);
            Arrays.fill(groups, gap, GROUPS - behind, 0);
        }
    }

    private String written() {
        int start = 0;
        int length = 1; // a single group of zeros is written
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        if (start == 0 && length == 5 && groups[5] == MAPPED) {
            return "::ffff:" + octets(groups[6]) + "." + octets(groups[7]);
        }
        return length == 1
                ? groups(0, GROUPS)
                : groups(0, start) + "::" + groups(start + length, GROUPS);
    }

    private int zeros(int first) {
        int end = first;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - first;
    }

    private String groups(int first, int end) {
        var out = new StringBuilder();
        for (int i = first; i < end; i++) {
            out.append(i == first ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return out.toString();
    }

    private static String octets(int group) {
        return (group >> 8) + "." + (group & 0xFF);
    }

    private static BadUrl bad(int at) {
        return new BadUrl(at, "has brackets around what is no IPv6 address");
    }
}
