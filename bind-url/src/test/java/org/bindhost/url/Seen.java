package org.bindhost.url;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bindhost.testkit.fault.Bytes;

/**
 * What came of a transfer and where in the whole it lies, whether or not it failed afterwards. No
 * byte is put in twice.
 */
final class Seen {

    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(long offset, Bytes bytes) {

        boolean isOf(Bytes whole) {
            int count = (int) bytes.length();
            return offset + count <= whole.length()
                    && Arrays.equals(bytes.array(0, count), whole.array(offset, count));
        }
    }

    synchronized void add(long offset, byte[] from, int count) {
        pieces.add(new Piece(offset, Bytes.of(Arrays.copyOf(from, count))));
    }

    synchronized long count() {
        return pieces.stream().mapToLong(piece -> piece.bytes().length()).sum();
    }

    /** Whether nothing came that is not of this whole, in its place. */
    synchronized boolean isPartOf(Bytes whole) {
        return pieces.stream().allMatch(piece -> piece.isOf(whole));
    }

    boolean isAllOf(Bytes whole) {
        return count() == whole.length() && isPartOf(whole);
    }
}
