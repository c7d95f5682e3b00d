package org.bindhost.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Joined;
import org.bindhost.spi.JoiningMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Recognition.Found;
import org.bindhost.spi.Upload;
import org.bindhost.spi.WritableMonikerClass;

/** A good driver spoilt by one fault. */
final class FaultyDriver implements MonikerClass, WritableMonikerClass, JoiningMonikerClass {

    private final Fault fault;
    private final ScriptedDriver good = new ScriptedDriver();
    private final Map<String, byte[]> contents;
    private final List<String> leftovers = new CopyOnWriteArrayList<>();
    private final Map<String, Content> shared = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<byte[]>> there = new AtomicReference<>(Optional.empty());
    private final AtomicInteger keys = new AtomicInteger();

    FaultyDriver(Fault fault, Map<String, byte[]> contents) {
        this.fault = fault;
        this.contents = contents;
        contents.forEach((name, bytes) -> good.on(key(name)).content(bytes));
    }

    List<String> leftovers() {
        return List.copyOf(leftovers);
    }

    @Override
    public String name() {
        return good.name();
    }

    @Override
    public boolean isAsynchronous() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> left) {
        var found = good.recognize(text, left);
        return switch (fault) {
            case CLAIMS_EVERYTHING -> changed(found, f -> f, claim(text));
            case CLAIMS_TOO_LITTLE ->
                    changed(found, f -> new Found(f.part(), f.length() - 1), found);
            case SHIFTING_KEY -> changed(found, this::shifted, found);
            default -> found;
        };
    }

    private static Recognition changed(
            Recognition answer, UnaryOperator<Found> change, Recognition otherwise) {
        return answer.found().<Recognition>map(change).orElse(otherwise);
    }

    private Found claim(String text) {
        return new Found(good.part(text), text.length());
    }

    private Found shifted(Found found) {
        var part = new MonikerPart(name(), "k" + keys.incrementAndGet(), found.part().text());
        return new Found(part, found.length());
    }

    @Override
    public Joined join(MonikerPart left, MonikerPart right) {
        return fault == Fault.JOINS_INTO_ANOTHER_CLASS
                ? new Joined.One(new MonikerPart("other", "k", "t"))
                : Joined.apart();
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        return switch (fault) {
            case NEVER_ANSWERS -> new CompletableFuture<>();
            case FAILS_WITHOUT_REASON -> recover(request, new IOException("gone"));
            case FAILS_WITH_ITS_OWN_CLASSES ->
                    recover(request, new BindException(Reason.NOT_FOUND, "gone", new OwnTrouble()));
            case IGNORES_RANGES,
                    IGNORES_CONDITIONS,
                    IGNORES_THE_LENGTH_OF_RANGES,
                    LOSES_A_BYTE_BETWEEN_PARTS,
                    GOES_ON_BEHIND_THE_END,
                    FINDS_NOTHING_BEHIND_THE_END,
                    ANNOUNCES_THE_LENGTH_OF_THE_PART,
                    FORGETS_THE_VALIDATOR_OF_PARTS,
                    TRUSTS_NO_CONDITION,
                    BEGINS_ELSEWHERE_THAN_IT_SAYS ->
                    new FaultyRanges(fault, good).open(request);
            default -> good.open(request).thenApply(content -> spoil(request, content));
        };
    }

    private CompletionStage<Content> recover(OpenRequest request, Exception failure) {
        return good.open(request).exceptionallyCompose(f -> CompletableFuture.failedStage(failure));
    }

    private Content spoil(OpenRequest request, Content content) {
        var found = (Content.Found) content;
        var name = request.name().text();
        return switch (fault) {
            case ANNOUNCES_ANOTHER_LENGTH ->
                    new Content.Found(longer(found.info()), found.offset(), found.body());
            case CALLS_FROM_WITHIN ->
                    new Content.Found(
                            found.info(), found.offset(), new RecursiveBody(contents.get(name)));
            case SHARES_ITS_BODY -> shared.computeIfAbsent(name, first -> found);
            default ->
                    new Content.Found(
                            found.info(), found.offset(), new FaultyBody(fault, found.body()));
        };
    }

    private static ContentInfo longer(ContentInfo info) {
        return new ContentInfo(
                info.mediaType(),
                OptionalLong.of(info.length().orElse(0) + 1),
                info.validator(),
                info.freshness(),
                info.ranges());
    }

    @Override
    public CompletionStage<Upload> create(OpenRequest request) {
        var script = good.on(request.name().key());
        return good.create(request)
                .thenApply(
                        upload ->
                                request.appends()
                                        ? new FaultyAppend(fault, upload, script, there)
                                        : new FaultyUpload(fault, upload, script, leftovers))
                .thenApply(upload -> request.appends() ? upload : remembered(upload));
    }

    private Upload remembered(Upload upload) {
        return new RememberedUpload(upload, bytes -> there.set(Optional.of(bytes)));
    }

    @Override
    public boolean canAppend() {
        return true;
    }

    private static String key(String name) {
        return name.substring("script:".length());
    }

    /** Stands for a class that only the driver's bundle has. */
    private static final class OwnTrouble extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
