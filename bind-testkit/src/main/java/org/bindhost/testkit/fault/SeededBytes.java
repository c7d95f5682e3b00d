package org.bindhost.testkit.fault;

/**
 * Bytes of which each follows from a seed and its place, so that any number of them can be served
 * and compared.
 *
 * @param seed another seed gives other bytes
 * @param length how many there are, 0 or more
 */
public record SeededBytes(long seed, long length) implements Bytes {

    private static final int BLOCK_BYTES = Long.BYTES;

    /** Checks the length. */
    public SeededBytes {
        if (length < 0) {
            throw new IllegalArgumentException("negative length: " + length);
        }
    }

    @Override
    public void copy(long offset, byte[] into, int count) {
        long block = -1;
        long bits = 0;
        for (int i = 0; i < count; i++) {
            long at = offset + i;
            if (at / BLOCK_BYTES != block) {
                block = at / BLOCK_BYTES;
                bits = mixed(seed + block * 0x9E3779B97F4A7C15L);
            }
            into[i] = (byte) (bits >>> (at % BLOCK_BYTES * Byte.SIZE));
        }
    }

    /** The finalizer of SplitMix64: near places get bytes that have nothing in common. */
    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
