package org.bindhost.url;

/**
 * How much may come of coded bytes. Below 1 MiB any expansion is taken: what is short and uniform
 * is coded in next to nothing.
 *
 * @param ratio how many bytes may come of one, 1 or more
 * @param bytes how many may come in all, 1 or more
 */
record Expansion(int ratio, long bytes) {

    static final int RATIO = 200;
    static final long BYTES = 16L << 30;

    private static final long FREE_BYTES = 1 << 20;

    Expansion {
        if (ratio < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "at least 1 byte of one and in all, not " + ratio + " and " + bytes);
        }
    }

    static Expansion of(UrlConfiguration configuration) {
        return new Expansion(configuration.decoded_ratio(), configuration.decoded_bytes());
    }

    boolean isExceeded(long coded, long decoded) {
        return decoded > bytes || (decoded > FREE_BYTES && decoded / ratio > coded);
    }
}
