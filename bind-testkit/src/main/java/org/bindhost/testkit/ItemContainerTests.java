package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindSpeed;
import org.bindhost.bind.ItemContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Proves that an {@link ItemContainer} keeps its contract. Its author extends this class, hands in
 * the container and what is in it, and runs it.
 */
@Timeout(60)
public abstract class ItemContainerTests {

    private static final int PATIENCE_SECONDS = 20;

    /** For the classes that extend this one. */
    protected ItemContainerTests() {}

    /**
     * Returns the container under test.
     *
     * @return the container, with the same items for the whole of a test
     * @throws Exception to fail the test
     */
    protected abstract ItemContainer container() throws Exception;

    /**
     * Returns the context to ask in.
     *
     * @return a context
     */
    protected abstract BindContext context();

    /**
     * Returns all items that have bytes and are listed.
     *
     * @return names with what they hold, at least one
     */
    protected abstract Map<String, byte[]> contents();

    /**
     * Returns all items that are containers themselves and are listed.
     *
     * @return names with the names of what is in each; may be empty
     */
    protected abstract Map<String, List<String>> containers();

    /**
     * Returns names of which there is no item.
     *
     * @return names, at least one
     */
    protected abstract List<String> missing();

    @Test
    final void itListsWhatThereIs() throws Exception {
        List<String> all = new ArrayList<>(contents().keySet());
        all.addAll(containers().keySet());

        assertThat(await(container().items())).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    final void theListIsASnapshotThatNobodyChanges() throws Exception {
        var items = await(container().items());

        assertThatThrownBy(() -> items.add("x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    final void eachItemHasItsBytes() throws Exception {
        for (var entry : contents().entrySet()) {
            try (var channel = item(entry.getKey(), ReadableByteChannel.class)) {
                assertThat(all(channel)).as(entry.getKey()).isEqualTo(entry.getValue());
            }
        }
    }

    @Test
    final void anItemThatIsAContainerHasItems() throws Exception {
        for (var entry : containers().entrySet()) {
            var inner = item(entry.getKey(), ItemContainer.class);

            assertThat(await(inner.items())).containsExactlyInAnyOrderElementsOf(entry.getValue());
        }
    }

    @Test
    final void whatIsNotThereIsNotFoundWhateverTheSpeed() {
        for (var name : missing()) {
            for (var speed : BindSpeed.values()) {
                assertFails(Reason.NOT_FOUND, name, ReadableByteChannel.class, speed);
            }
        }
    }

    @Test
    final void whatNobodyKnowsIsNotToBeHad() {
        for (var name : contents().keySet()) {
            assertFails(Reason.UNSUPPORTED, name, Unknown.class, BindSpeed.INDEFINITE);
        }
    }

    @Test
    final void aClosedItemIsReadNoMore() throws Exception {
        var channel = item(contents().keySet().iterator().next(), ReadableByteChannel.class);
        channel.close();
        channel.close();

        assertThat(channel.isOpen()).isFalse();
        assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
                .isInstanceOf(ClosedChannelException.class);
    }

    /** What no container can know of. */
    private interface Unknown {}

    private <T> T item(String name, Class<T> type) throws Exception {
        return await(container().item(name, type, BindSpeed.INDEFINITE, context()));
    }

    private void assertFails(Reason reason, String name, Class<?> type, BindSpeed speed) {
        assertThatThrownBy(() -> await(container().item(name, type, speed, context())))
                .as("%s as %s", name, type)
                .isInstanceOf(BindException.class)
                .hasFieldOrPropertyWithValue("reason", reason)
                .message()
                .isNotBlank();
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private static byte[] all(ReadableByteChannel channel) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(1_000);
        while (channel.read(buffer) >= 0) {
            bytes.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return bytes.toByteArray();
    }
}
