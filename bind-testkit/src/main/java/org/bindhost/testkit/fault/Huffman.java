package org.bindhost.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The code in which clients write their fields: RFC 7541, appendix B. It is canonical, so that the
 * lengths of its codes say all: equally long ones count upwards with their symbols.
 */
final class Huffman {

    private static final int END_OF_STRING = 256;
    private static final int LONGEST = 30;

    private static final int[] LENGTHS = {
        13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28,
        28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11,
        10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8,
        15, 6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
        7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6, 15, 5, 6, 5,
        6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7,
        7, 7, 7, 15, 11, 14, 13, 28, 20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23,
        23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
        22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21,
        23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25,
        26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26,
        28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23,
        26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26, 30
    };

    /** By a code with its length in front. */
    private static final Map<Long, Integer> SYMBOLS = symbols();

    private Huffman() {}

    private static Map<Long, Integer> symbols() {
        Map<Long, Integer> symbols = new HashMap<>();
        long code = 0;
        int length = 0;
        var inOrder =
                IntStream.range(0, LENGTHS.length)
                        .boxed()
                        .sorted(Comparator.comparing((Integer symbol) -> LENGTHS[symbol]))
                        .toList();
        for (int symbol : inOrder) {
            code <<= LENGTHS[symbol] - length;
            length = LENGTHS[symbol];
            symbols.put(key(code, length), symbol);
            code++;
        }
        return symbols;
    }

    private static long key(long code, int length) {
        return (long) length << Integer.SIZE | code;
    }

    static byte[] decode(byte[] coded) throws IOException {
        var out = new ByteArrayOutputStream();
        long code = 0;
        int length = 0;
        for (int bit = 0; bit < coded.length * Byte.SIZE; bit++) {
            code = code << 1 | (coded[bit / Byte.SIZE] >> (7 - bit % Byte.SIZE) & 1);
            length++;
            Integer symbol = SYMBOLS.getOrDefault(key(code, length), -1);
            if (symbol == END_OF_STRING || length > LONGEST) {
                throw new IOException("no text: " + Arrays.toString(coded));
            }
            if (symbol >= 0) {
                out.write(symbol);
                code = 0;
                length = 0;
            }
        }
        return out.toByteArray();
    }
}
