package org.bindhost.core.engine;

import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindSpeed;
import org.bindhost.bind.ItemContainer;

/** A container of texts and of other containers. */
final class Box implements ItemContainer {

    private final Map<String, Object> items;
    final List<String> asked = new ArrayList<>();
    final List<BindContext> contexts = new ArrayList<>();

    Box(Map<String, Object> items) {
        this.items = items;
    }

    @Override
    public <T> CompletionStage<T> item(
            String item, Class<T> type, BindSpeed speed, BindContext context) {
        asked.add(item + " " + speed);
        contexts.add(context);
        Object found =
                type == ReadableByteChannel.class && items.get(item) instanceof String text
                        ? Channels.newChannel(new ByteArrayInputStream(bytes(text)))
                        : items.get(item);
        return type.isInstance(found)
                ? CompletableFuture.completedStage(type.cast(found))
                : CompletableFuture.failedStage(
                        new BindException(Reason.NOT_FOUND, "the box has no " + item));
    }

    @Override
    public CompletionStage<List<String>> items() {
        return CompletableFuture.completedStage(List.copyOf(items.keySet()));
    }
}
