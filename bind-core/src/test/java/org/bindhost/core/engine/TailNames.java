package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.ReadResult;

/** Names {@code !tail-N} and {@code !from-N}: what stands to the left, from its byte N. */
final class TailNames implements MonikerClass, ItemMonikerClass {

    /** The files that it was given, to see what becomes of them. */
    final List<Path> files = new ArrayList<>();

    /** Run whenever it goes on with a file. */
    Runnable goesOn = () -> {};

    @Override
    public String name() {
        return "tail";
    }

    @Override
    public boolean isAsynchronous() {
        return false;
    }

    /** Run right before it asks for what stands to its left. */
    Runnable asks = () -> {};

    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return Recognition.foreign();
    }

    @Override
    public Recognition recognizeItem(String rest, Moniker left) {
        int end = rest.indexOf('!', 1) < 0 ? rest.length() : rest.indexOf('!', 1);
        String text = rest.substring(0, end);
        return text.startsWith("!tail-") || text.startsWith("!from-")
                ? new Recognition.Found(new MonikerPart(name(), text, text), end)
                : Recognition.foreign();
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        int offset = Integer.parseInt(request.name().key().substring("!tail-".length()));
        var left = request.left().orElseThrow();
        asks.run();
        return request.name().key().startsWith("!tail")
                ? left.as(Path.class).thenApply(path -> tail(path, offset))
                : left.as(LockBytes.class).thenApply(bytes -> from(bytes, offset));
    }

    private Content tail(Path path, int offset) {
        files.add(path);
        goesOn.run();
        try {
            byte[] bytes = Files.readAllBytes(path);
            return content(ByteBuffer.wrap(bytes, offset, bytes.length - offset));
        } catch (IOException e) {
            throw new CompletionException(
                    new BindException(Reason.STORAGE_FAILED, path + " cannot be read", e));
        }
    }

    private static Content from(LockBytes bytes, int offset) {
        var into = ByteBuffer.allocate((int) (bytes.length().orElseThrow() - offset));
        try {
            while (into.hasRemaining()) {
                var read = bytes.readAt(offset + into.position(), into);
                if (!(read instanceof ReadResult.Bytes)) {
                    throw new IOException("the bytes ended: " + read);
                }
            }
            return content(into.flip());
        } catch (IOException e) {
            throw new CompletionException(
                    new BindException(Reason.STORAGE_FAILED, "cannot be read", e));
        }
    }

    private static Content content(ByteBuffer bytes) {
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        ReadableByteChannel channel = Channels.newChannel(new java.io.ByteArrayInputStream(array));
        return new Content.Blocking(
                EngineFixture.announced(array.length), 0, channel, Optional.empty());
    }
}
