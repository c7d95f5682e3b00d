package org.bindhost.url;

import java.util.zip.DataFormatException;

/** Reads over the header of one member of gzip, byte by byte: RFC 1952, 2.3. */
final class GzipHeader {

    private static final int[] MAGIC = {0x1F, 0x8B, 8};
    private static final int FLAGS_AT = 3;
    private static final int FIXED_BYTES = 10;

    private static final int CHECKED = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;
    private static final int RESERVED = 0xE0;

    private int count;
    private int flags;
    private int extraRead;
    private int extraBytes;
    private int checkRead;

    /** Takes the next byte; to be called until it is whole. */
    void take(int next) throws DataFormatException {
        if (count < FIXED_BYTES) {
            fixed(next);
            count++;
        } else if (has(EXTRA)) {
            extra(next);
        } else if (has(NAME)) {
            clearAtEnd(next, NAME);
        } else if (has(COMMENT)) {
            clearAtEnd(next, COMMENT);
        } else {
            checkRead++;
            flags = checkRead == Short.BYTES ? flags & ~CHECKED : flags;
        }
    }

    boolean isWhole() {
        return count == FIXED_BYTES && (flags & (CHECKED | EXTRA | NAME | COMMENT)) == 0;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    private void fixed(int next) throws DataFormatException {
        if (count < MAGIC.length && next != MAGIC[count]) {
            throw new DataFormatException("it is no gzip");
        }
        if (count == FLAGS_AT) {
            flags = next;
            if (has(RESERVED)) {
                throw new DataFormatException("it is of a gzip to come");
            }
        }
    }

    /** Two bytes of length, the least first, and as many bytes. */
    private void extra(int next) {
        if (extraRead < Short.BYTES) {
            extraBytes |= next << (extraRead * Byte.SIZE);
        }
        extraRead++;
        if (extraRead >= Short.BYTES && extraRead == Short.BYTES + extraBytes) {
            flags &= ~EXTRA;
        }
    }

    private void clearAtEnd(int next, int flag) {
        if (next == 0) {
            flags &= ~flag;
        }
    }
}
