package org.bindhost.bind;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What the bytes of a resource are known by.
 *
 * @param algorithm how it is calculated, by the standard name of it in Java, such as {@code
 *     "SHA-256"}
 * @param hex what comes of that, in hexadecimal digits; kept in small letters
 */
public record Digest(String algorithm, String hex) {

    /** Checks that it can be one. */
    public Digest {
        hex = hex.toLowerCase(Locale.ROOT);
        int bytes = HexFormat.of().parseHex(hex).length;
        int due = length(algorithm);
        if (bytes != due) {
            throw new IllegalArgumentException(
                    "a " + algorithm + " has " + due + " bytes, and this has " + bytes);
        }
    }

    /**
     * Returns a SHA-256.
     *
     * @param hex 64 hexadecimal digits
     * @return the digest
     */
    public static Digest sha256(String hex) {
        return new Digest("SHA-256", hex);
    }

    private static int length(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).getDigestLength();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("there is no digest " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return algorithm + " " + hex;
    }
}
