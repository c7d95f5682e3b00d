package org.bindhost.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Validator;

/** A driver whose ranges are spoilt by one fault. */
final class FaultyRanges {

    private final Fault fault;
    private final MonikerClass good;

    FaultyRanges(Fault fault, MonikerClass good) {
        this.fault = fault;
        this.good = good;
    }

    CompletionStage<Content> open(OpenRequest request) {
        if (request.range().isEmpty()) {
            return good.open(request);
        }
        ByteRange range = request.range().get();
        return switch (fault) {
            case IGNORES_RANGES -> at(range.offset(), plain(request));
            case IGNORES_CONDITIONS -> good.open(plain(request).with(range));
            case IGNORES_THE_LENGTH_OF_RANGES -> good.open(like(request, from(range.offset())));
            case LOSES_A_BYTE_BETWEEN_PARTS ->
                    at(range.offset(), like(request, from(range.offset() + 1)));
            case GOES_ON_BEHIND_THE_END -> good.open(request).thenApply(found -> longer(found));
            case FINDS_NOTHING_BEHIND_THE_END ->
                    good.open(request).exceptionally(e -> nothing(range.offset()));
            case TRUSTS_NO_CONDITION ->
                    good.open(request.condition().isPresent() ? plain(request) : request);
            case BEGINS_ELSEWHERE_THAN_IT_SAYS ->
                    request.condition().isPresent()
                            ? at(0, plain(request).with(range))
                            : good.open(request);
            default -> good.open(request).thenApply(content -> announced(content));
        };
    }

    private static PlainRequest plain(OpenRequest request) {
        return new PlainRequest(request.name());
    }

    private static PlainRequest like(OpenRequest request, ByteRange range) {
        var other = plain(request).with(range);
        request.condition().ifPresent(other::with);
        return other;
    }

    private static ByteRange from(long offset) {
        return new ByteRange(offset, OptionalLong.empty());
    }

    private CompletionStage<Content> at(long offset, OpenRequest request) {
        return good.open(request)
                .thenApply(
                        content -> {
                            var found = (Content.Found) content;
                            return new Content.Found(found.info(), offset, found.body());
                        });
    }

    /** A byte is made up where the whole has none. */
    private static Content longer(Content content) {
        var found = (Content.Found) content;
        var reader = new DemandReader(content, Duration.ofSeconds(1)).start();
        var bytes = reader.readAll(() -> 1_000);
        long whole = found.info().length().orElse(0);
        boolean atTheEnd = found.offset() + bytes.length == whole;
        return body(found, atTheEnd ? Arrays.copyOf(bytes, bytes.length + 1) : bytes);
    }

    private static Content nothing(long offset) {
        return body(
                new Content.Found(ContentInfo.UNKNOWN, offset, new ScriptedBody(new byte[0])),
                new byte[0]);
    }

    private static Content body(Content.Found found, byte[] bytes) {
        var body = new ScriptedBody(bytes);
        body.deliverAll();
        return new Content.Found(found.info(), found.offset(), body);
    }

    private Content announced(Content content) {
        var found = (Content.Found) content;
        var info = found.info();
        OptionalLong length =
                fault == Fault.ANNOUNCES_THE_LENGTH_OF_THE_PART
                        ? OptionalLong.of(2)
                        : info.length();
        Optional<Validator> validator =
                fault == Fault.FORGETS_THE_VALIDATOR_OF_PARTS ? Optional.empty() : info.validator();
        var other =
                new ContentInfo(
                        info.mediaType(), length, validator, info.freshness(), info.ranges());
        return new Content.Found(other, found.offset(), found.body());
    }
}
