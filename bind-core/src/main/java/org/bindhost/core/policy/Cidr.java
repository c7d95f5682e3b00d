package org.bindhost.core.policy;

import java.util.List;
import java.util.Optional;

/**
 * A range of addresses.
 *
 * @param first the address it begins with, its bytes as numbers
 * @param bits how many leading bits all of its addresses share
 */
record Cidr(List<Byte> first, int bits) {

    static final int BYTES_4 = 4;
    static final int BYTES_6 = 16;

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or one address alone. */
    static Cidr of(String text) {
        int slash = text.indexOf('/');
        String literal = slash < 0 ? text : text.substring(0, slash);
        byte[] address =
                Literals.read(literal)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "\"" + text + "\" is no range of addresses"));
        int most = address.length * Byte.SIZE;
        int bits = slash < 0 ? most : bits(text, text.substring(slash + 1), most);
        var range = of(address, bits);
        if (!range.isAtBegin()) {
            throw new IllegalArgumentException(
                    "\""
                            + text
                            + "\" has bits behind the first "
                            + bits
                            + ", which all may differ");
        }
        return range;
    }

    static Cidr of(byte[] first, int bits) {
        return new Cidr(boxed(first), bits);
    }

    private static int bits(String text, String digits, int most) {
        return Optional.of(digits)
                .filter(it -> it.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .filter(it -> it <= most)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\""
                                                + text
                                                + "\" has to end in a number from 0 to "
                                                + most));
    }

    private static List<Byte> boxed(byte[] bytes) {
        var boxed = new Byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            boxed[i] = bytes[i];
        }
        return List.of(boxed);
    }

    private boolean isAtBegin() {
        for (int bit = bits; bit < first.size() * Byte.SIZE; bit++) {
            if ((first.get(bit / Byte.SIZE) >> (7 - bit % Byte.SIZE) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it begins with an address of a kind; one of the cloud's must be named by itself. */
    boolean isOf(AddressKind kind) {
        byte[] bytes = new byte[first.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = first.get(i);
        }
        return AddressKind.of(bytes) == kind;
    }

    boolean isOneAddress() {
        return bits == first.size() * Byte.SIZE;
    }

    boolean contains(byte[] address) {
        if (address.length != first.size()) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != first.get(i)) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || (address[whole] ^ first.get(whole)) >> (Byte.SIZE - rest) == 0;
    }
}
