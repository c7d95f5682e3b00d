package org.bindhost.url;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The coding {@code deflate}: a stream of zlib, RFC 1950. Some servers send the bare data of RFC
 * 1951 under that name; the first two bytes tell which.
 */
final class DeflateDecoder implements Decoder {

    private static final int METHOD = 8;
    private static final int CHECK = 31;

    private byte[] start = new byte[0];
    private Inflater inflater;

    @Override
    public void feed(byte[] coded) {
        if (inflater != null) {
            inflater.setInput(coded);
            return;
        }
        byte[] all = new byte[start.length + coded.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(coded, 0, all, start.length, coded.length);
        start = all;
        if (all.length > 1) {
            inflater = new Inflater(!isZlib(all[0] & 0xFF, all[1] & 0xFF));
            inflater.setInput(all);
        }
    }

    private static boolean isZlib(int first, int second) {
        return (first & 0x0F) == METHOD && ((first << Byte.SIZE) + second) % CHECK == 0;
    }

    @Override
    public int decode(byte[] into, int most) throws DataFormatException {
        if (inflater == null) {
            return 0;
        }
        int count = inflater.inflate(into, 0, most);
        if (inflater.needsDictionary()) {
            throw new DataFormatException("it needs a dictionary");
        }
        if (inflater.finished() && inflater.getRemaining() > 0) {
            throw new DataFormatException("there is something behind its end");
        }
        return count;
    }

    @Override
    public boolean isWhole() {
        return inflater != null && inflater.finished();
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
