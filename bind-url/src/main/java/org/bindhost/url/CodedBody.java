package org.bindhost.url;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Body;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;

/**
 * A body in a coding that can be decoded. It is to be decoded before anybody reads it.
 *
 * @param body the bytes as they come
 * @param coding such as {@code "gzip"}, in small letters
 * @param asked what was asked of whom, for failures
 */
record CodedBody(Body body, String coding, String asked) implements Body {

    private static final String GZIP = "gzip";
    private static final String DEFLATE = "deflate";

    /** What there is of codings, in the words of {@code Accept-Encoding}. */
    static final String ACCEPTED = GZIP + ", " + DEFLATE;

    /**
     * Tells what an answer in a coding is. Its length, its ranges and its tag are those of the
     * coded bytes, and so nothing is said of them.
     *
     * @throws BindException if it cannot be decoded
     */
    static Content content(Asked asked, Head head, String coding, Body body) throws BindException {
        String known = coding.toLowerCase(Locale.ROOT).replaceFirst("^x-gzip$", GZIP);
        if (!known.equals(GZIP) && !known.equals(DEFLATE)) {
            throw asked.senseless(head, " in the coding " + coding + ", which nobody asked for");
        }
        if (head.isPartial()) {
            throw asked.senseless(head, " in the coding " + coding + ", of which no part is asked");
        }
        ContentInfo of = head.info();
        var info =
                new ContentInfo(
                        of.mediaType(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        of.freshness(),
                        false);
        boolean isNothing = head.bodyLength().equals(OptionalLong.of(0)); // and no coding of it
        return new Content.Found(
                info, 0, isNothing ? body : new CodedBody(body, known, asked.text()));
    }

    /** Decodes a content if it is coded. */
    static Content decoded(Content content, Expansion most) {
        return content instanceof Content.Found found && found.body() instanceof CodedBody coded
                ? new Content.Found(found.info(), found.offset(), new DecodedBody(coded, most))
                : content;
    }

    Decoder decoder() {
        return coding.equals(GZIP) ? new GzipDecoder() : new DeflateDecoder();
    }

    BindException failure(Reason reason, String what) {
        return new BindException(reason, asked + ": the body in " + coding + " " + what);
    }

    @Override
    public void start(Receiver receiver) {
        body.start(receiver);
    }

    @Override
    public void request(long bytes) {
        body.request(bytes);
    }

    @Override
    public void cancel() {
        body.cancel();
    }
}
