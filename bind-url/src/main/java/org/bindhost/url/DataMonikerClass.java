package org.bindhost.url;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Validator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Names that have their bytes in them: URLs of {@code data}. */
@Component(
        service = MonikerClass.class,
        property = {
            MonikerClass.NAME + "=" + DataMonikerClass.CLASS,
            MonikerClass.SCHEMES + "=" + DataMonikerClass.CLASS
        })
public final class DataMonikerClass implements MonikerClass {

    static final String CLASS = "data";

    /** Of one name there is one state only. */
    private static final Validator ALWAYS = new Validator("\"data\"", true);

    /** Builds the component; it has no settings. */
    @Activate
    public DataMonikerClass() {}

    @Override
    public String name() {
        return CLASS;
    }

    @Override
    public boolean isAsynchronous() {
        return false;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        if (!DataUrl.is(text)) {
            return Recognition.foreign();
        }
        DelimitedName written = DelimitedName.of(text);
        try {
            String key = DataUrl.parse(written.name()).key();
            return new Recognition.Found(
                    new MonikerPart(CLASS, key, written.text()), written.length());
        } catch (BadUrl e) {
            return new Recognition.Malformed(e.at(), e.getMessage());
        }
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        try {
            return CompletableFuture.completedStage(content(request));
        } catch (BadUrl e) {
            return CompletableFuture.failedStage(
                    new BindException(Reason.SYNTAX, "no data: URL: it " + e.getMessage()));
        } catch (BindException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static Content content(OpenRequest request) throws BadUrl, BindException {
        DataUrl url = DataUrl.parse(request.name().key());
        byte[] all = url.bytes();
        boolean isSame = request.condition().filter(it -> !it.equals(ALWAYS)).isEmpty();
        Optional<ByteRange> range = request.range().filter(it -> isSame);
        int from = range.isPresent() ? from(range.get(), all.length) : 0;
        int to = range.isPresent() ? to(range.get(), all.length) : all.length;
        var info =
                new ContentInfo(
                        Optional.of(url.mediaType()),
                        OptionalLong.of(all.length),
                        Optional.of(ALWAYS),
                        Freshness.UNSAID,
                        true);
        var bytes = new ByteArrayInputStream(Arrays.copyOfRange(all, from, to));
        return new Content.Blocking(info, from, Channels.newChannel(bytes), Optional.empty());
    }

    private static int from(ByteRange range, int length) throws BindException {
        if (range.offset() > 0 && range.offset() >= length) {
            throw new BindException(
                    Reason.OUT_OF_RANGE,
                    "the data has nothing of its "
                            + length
                            + " bytes from byte "
                            + range.offset()
                            + " on");
        }
        return (int) range.offset();
    }

    private static int to(ByteRange range, int length) {
        long rest = length - range.offset();
        return (int) (range.offset() + Math.min(rest, range.length().orElse(rest)));
    }
}
