package org.bindhost.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;

/** A good class of items spoilt by one fault: {@code !3} are the bytes from the third on. */
final class FaultyItems implements MonikerClass, ItemMonikerClass {

    private final ItemFault fault;

    FaultyItems(ItemFault fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return "from";
    }

    @Override
    public boolean isAsynchronous() {
        return false;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return fault == ItemFault.CLAIMS_THE_HEAD_TOO ? item(text) : Recognition.foreign();
    }

    @Override
    public Recognition recognizeItem(String rest, Moniker left) {
        return item(rest);
    }

    private Recognition item(String text) {
        var number =
                fault == ItemFault.CLAIMS_THE_NEXT_ITEM_TOO
                        ? text.substring(1)
                        : DelimitedName.of(text.substring(1)).text();
        var written = "!" + number;
        return new Recognition.Found(new MonikerPart(name(), number, written), written.length());
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        int from = Integer.parseInt(request.name().key());
        return text(request)
                .thenCompose(
                        text ->
                                from < text.length()
                                        ? CompletableFuture.completedStage(content(text, from))
                                        : failed(Reason.NOT_FOUND, "it ends before " + from));
    }

    private CompletionStage<String> text(OpenRequest request) {
        if (request.left().isEmpty()) {
            return fault == ItemFault.THROWS_WHEN_ALONE
                    ? CompletableFuture.failedStage(new IllegalStateException("alone"))
                    : failed(Reason.NOT_BINDABLE, "a part of nothing");
        }
        return leftOf(request.left().orElseThrow());
    }

    private CompletionStage<String> leftOf(LeftOperand left) {
        var text = left.as(String.class);
        return switch (fault) {
            case WAITS_FOR_ITS_LEFT ->
                    CompletableFuture.completedStage(text.toCompletableFuture().join());
            case IS_EMPTY_IF_ITS_LEFT_FAILED -> text.exceptionally(e -> " ".repeat(100));
            case FORGETS_WHY_ITS_LEFT_FAILED ->
                    text.exceptionallyCompose(e -> failed(Reason.BROKEN, "its left has failed"));
            default -> text;
        };
    }

    private static Content content(String text, int from) {
        var bytes = new ByteArrayInputStream(text.substring(from).getBytes(UTF_8));
        return new Content.Blocking(
                ContentInfo.UNKNOWN, 0, Channels.newChannel(bytes), Optional.empty());
    }

    private static <T> CompletionStage<T> failed(Reason reason, String message) {
        return CompletableFuture.failedStage(new BindException(reason, message));
    }
}
