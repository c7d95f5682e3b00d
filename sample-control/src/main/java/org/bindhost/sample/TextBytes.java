package org.bindhost.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The first bytes of a text in UTF-8, up to a limit. */
final class TextBytes {

    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    TextBytes(int most) {
        this.most = most;
    }

    synchronized int room() {
        return most - bytes.size();
    }

    synchronized void add(byte[] more) {
        bytes.writeBytes(more);
    }

    /** Returns the text; a last character of which bytes are missing is left out. */
    @Override
    public synchronized String toString() {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = CharBuffer.allocate(bytes.size()); // in UTF-8, a char takes a byte at least
        decoder.decode(ByteBuffer.wrap(bytes.toByteArray()), text, /* endOfInput= */ false);
        return text.flip().toString();
    }
}
