package org.bindhost.core.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.DataAvailable;
import org.bindhost.core.schedule.Ticket;
import org.bindhost.spi.ContentInfo;

/**
 * Reads what a name denotes: lets a {@link Transfer} move the bytes, and tells the client of them
 * in the order of D-06 to D-09.
 */
final class Reading<T> implements Work, Transfer.Listener {

    private final EngineBinding binding;
    private final String name;
    private final Sink sink;
    private final Class<T> type;
    private final Transfer transfer;
    private final CompletableFuture<T> content = new CompletableFuture<>();
    private final AtomicBoolean noticePosted = new AtomicBoolean();

    // Touched in turns only.
    private Optional<String> mediaType = Optional.empty();
    private long announced;
    private boolean begun;
    private boolean firstSent;
    private boolean endSent;
    private boolean refused;

    Reading(Core core, EngineBinding binding, BindSpec spec, Sink sink, Class<T> type) {
        this.binding = binding;
        this.name = spec.moniker().displayName();
        this.sink = sink;
        this.type = type;
        this.transfer = new Transfer(core, spec, spec.priority(), sink, this);
    }

    CompletableFuture<T> content() {
        return content;
    }

    T value() {
        return type.cast(sink.content());
    }

    /** The client has read something, so that more may be wanted. */
    void consumed() {
        transfer.consumed();
    }

    @Override
    public void begin() {
        transfer.begin();
    }

    @Override
    public void status(BindStatus status, String text) {
        binding.step(
                client -> {
                    if (!begun) {
                        client.status(status, text);
                    }
                });
    }

    @Override
    public void found(ContentInfo info, Optional<Path> file) {
        binding.step(client -> begin(client, info, file));
    }

    private void begin(Client client, ContentInfo info, Optional<Path> file) throws BindException {
        begun = true;
        mediaType = info.mediaType();
        if (mediaType.isPresent()) {
            client.status(BindStatus.MIME_TYPE_AVAILABLE, mediaType.get());
        }
        client.progress(BindStatus.BEGIN_DOWNLOAD_DATA, name, 0, info.length());
        if (file.isPresent()) {
            client.status(BindStatus.CACHE_FILE_NAME_AVAILABLE, file.get().toString());
        }
    }

    @Override
    public void arrived() {
        if (noticePosted.compareAndSet(false, true)) {
            binding.step(this::notice);
        }
    }

    private void notice(Client client) throws BindException {
        noticePosted.set(false);
        boolean ended = transfer.isComplete();
        long available = transfer.received();
        if (ended) {
            last(client, available);
        } else if (available > announced) {
            next(client, available);
        }
        sink.changed();
    }

    private void next(Client client, long available) throws BindException {
        announced = available;
        if (firstSent || !sink.isUsableEarly()) {
            progress(client, BindStatus.DOWNLOADING_DATA);
        }
        if (sink.isUsableEarly()) {
            tell(client, false);
        }
    }

    private void last(Client client, long available) throws BindException {
        if (endSent) {
            return;
        }
        announced = available;
        end(client);
        tell(client, true);
        binding.complete(available);
    }

    private void tell(Client client, boolean isLast) throws BindException {
        boolean isFirst = !firstSent;
        firstSent = true;
        refused = true; // unless the client takes it
        client.data(new DataAvailable(isFirst, isLast, announced, mediaType, sink.content()));
        refused = false;
        content.complete(value());
    }

    private void end(Client client) throws BindException {
        endSent = true;
        progress(client, BindStatus.END_DOWNLOAD_DATA);
    }

    private void progress(Client client, BindStatus status) throws BindException {
        client.progress(status, name, announced, transfer.length());
    }

    @Override
    public void failed(BindException failure) {
        binding.fail(failure);
    }

    @Override
    public void end(Optional<BindException> cause) {
        cause.ifPresent(
                why -> {
                    transfer.cancel();
                    sink.fail(why);
                });
    }

    /** A client that ended the transfer itself, by what it answered, hears the end of it (D-38). */
    @Override
    public void lastWords(Client client) throws BindException {
        if (refused && !endSent) {
            end(client);
        }
    }

    @Override
    public void stopped() {
        binding.cause().ifPresent(content::completeExceptionally);
        sink.changed();
    }

    @Override
    public Ticket ticket() {
        return transfer.ticket();
    }

    @Override
    public long current() {
        return transfer.received();
    }

    @Override
    public OptionalLong maximum() {
        return transfer.length();
    }
}
