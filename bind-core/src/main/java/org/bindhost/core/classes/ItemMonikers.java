package org.bindhost.core.classes;

import java.nio.channels.ReadableByteChannel;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindSpeed;
import org.bindhost.bind.ItemContainer;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.ObjectMonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;

/**
 * The class {@code item}: {@code !NAME}, which the {@link ItemContainer} to its left is asked for.
 * It recognises whatever no other class has recognised after a name.
 */
public final class ItemMonikers
        implements MonikerClass, ItemMonikerClass, ObjectMonikerClass, InvertibleMonikerClass {

    private static final ContentInfo UNKNOWN =
            new ContentInfo(
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Freshness.UNSAID,
                    false);

    private final Clock clock;

    public ItemMonikers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return ItemNames.CLASS;
    }

    @Override
    public boolean isAsynchronous() {
        return false; // whether to wait is for what stands to the left to say
    }

    /** A container is somebody's code, and may look something up. */
    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return Recognition.foreign(); // an item of nothing
    }

    @Override
    public Recognition recognizeItem(String rest, Moniker left) {
        if (rest.length() < 2 || rest.charAt(0) != DelimitedName.DELIMITER) {
            return Recognition.foreign();
        }
        var written = DelimitedName.of(rest.substring(1));
        if (written.name().isEmpty()) {
            return new Recognition.Malformed(1, "has an item without a name");
        }
        return new Recognition.Found(ItemNames.parse(written), 1 + written.length());
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        return bindToObject(request, ReadableByteChannel.class)
                .thenApply(channel -> new Content.Blocking(UNKNOWN, 0, channel, Optional.empty()));
    }

    @Override
    public <T> CompletionStage<T> bindToObject(OpenRequest request, Class<T> type) {
        Optional<LeftOperand> left = request.left();
        return left.isPresent()
                ? left.get()
                        .as(ItemContainer.class)
                        .thenCompose(container -> ask(container, request, type))
                : CompletableFuture.failedStage(
                        new BindException(
                                Reason.NOT_BINDABLE,
                                request.name() + " is an item of nothing, and nothing runs there"));
    }

    private <T> CompletionStage<T> ask(
            ItemContainer container, OpenRequest request, Class<T> type) {
        var speed = BindSpeed.of(request.deadline(), clock.instant());
        return container.item(ItemNames.name(request.name()), type, speed, request.context());
    }
}
