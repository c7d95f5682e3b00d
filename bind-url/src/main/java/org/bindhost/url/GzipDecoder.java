package org.bindhost.url;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The coding {@code gzip}: RFC 1952. Several members are one text; behind the last there may be
 * zeros, with which some pad, and nothing else.
 */
final class GzipDecoder implements Decoder {

    private static final int TRAILER_BYTES = 8;
    private static final int FIRST_MAGIC = 0x1F;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private GzipHeader header = new GzipHeader();
    private Place place = Place.HEADER;
    private byte[] input = new byte[0];
    private int at;
    private long trailer;
    private int trailerRead;

    private enum Place {
        HEADER,
        DATA,
        TRAILER,
        BEHIND,
        PADDING
    }

    @Override
    public void feed(byte[] coded) {
        input = coded;
        at = 0;
        if (place == Place.DATA) {
            give();
        }
    }

    private void give() {
        inflater.setInput(input, at, input.length - at);
        at = input.length;
    }

    @Override
    public int decode(byte[] into, int most) throws DataFormatException {
        while (true) {
            if (place == Place.DATA) {
                int count = inflate(into, most);
                if (count > 0 || place == Place.DATA) {
                    return count;
                }
            } else if (at == input.length) {
                return 0;
            } else {
                take(input[at] & 0xFF);
            }
        }
    }

    private int inflate(byte[] into, int most) throws DataFormatException {
        int count = inflater.inflate(into, 0, most);
        sum.update(into, 0, count);
        if (inflater.needsDictionary()) {
            throw new DataFormatException("it needs a dictionary");
        }
        if (inflater.finished()) {
            at = input.length - inflater.getRemaining();
            place = Place.TRAILER;
        }
        return count;
    }

    private void take(int next) throws DataFormatException {
        switch (place) {
            case HEADER -> header(next);
            case TRAILER -> trailer(next);
            case BEHIND -> behind(next);
            default -> padding(next);
        }
    }

    private void header(int next) throws DataFormatException {
        header.take(next);
        at++;
        if (header.isWhole()) {
            place = Place.DATA;
            give();
        }
    }

    /** A sum and the length, both with the least byte first. */
    private void trailer(int next) throws DataFormatException {
        trailer |= (long) next << (trailerRead * Byte.SIZE);
        trailerRead++;
        at++;
        if (trailerRead == TRAILER_BYTES) {
            long length = inflater.getBytesWritten() & 0xFFFF_FFFFL;
            if (trailer != (length << Integer.SIZE | sum.getValue())) {
                throw new DataFormatException("its check sum is wrong");
            }
            place = Place.BEHIND;
        }
    }

    private void behind(int next) throws DataFormatException {
        if (next != FIRST_MAGIC) {
            place = Place.PADDING;
            padding(next);
            return;
        }
        inflater.reset();
        sum.reset();
        header = new GzipHeader();
        trailer = 0;
        trailerRead = 0;
        place = Place.HEADER;
    }

    private void padding(int next) throws DataFormatException {
        if (next != 0) {
            throw new DataFormatException("there is something behind its end");
        }
        at++;
    }

    @Override
    public boolean isWhole() {
        return place == Place.BEHIND || place == Place.PADDING;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
