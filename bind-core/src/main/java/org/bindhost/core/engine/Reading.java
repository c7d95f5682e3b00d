package org.bindhost.core.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.DataAvailable;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Resumption;
import org.bindhost.spi.ContentInfo;

/**
 * Reads what a name denotes: takes part in a {@link Fetch}, and tells the client of it in the order
 * of D-06 to D-09.
 */
final class Reading<T> implements Work, Member {

    private final EngineBinding binding;
    private final String name;
    private final Outlet outlet;
    private final boolean pull;
    private final Class<T> type;
    private final Runnable forget;
    private final Fetch fetch;
    private final CompletableFuture<T> content = new CompletableFuture<>();
    private final AtomicBoolean noticePosted = new AtomicBoolean();

    private volatile Priority priority;
    private volatile boolean suspended;
    private volatile boolean found;
    private volatile boolean complete;

    // Touched in turns only.
    private Optional<String> mediaType = Optional.empty();
    private long announced;
    private boolean begun;
    private boolean firstSent;
    private boolean endSent;
    private boolean refused;

    /**
     * Creates a reading that has not begun.
     *
     * @param forget run if it fails: nobody will close a result that nobody got
     */
    Reading(BindCall call, Fetch fetch, Outlet outlet, Class<T> type, Runnable forget) {
        BindSpec spec = call.spec();
        this.forget = forget;
        this.binding = call.binding();
        this.name = spec.moniker().displayName();
        this.outlet = outlet;
        this.pull = call.isPull() && !outlet.wantsAll();
        this.type = type;
        this.fetch = fetch;
        this.priority = spec.priority();
    }

    CompletableFuture<T> content() {
        return content;
    }

    @Override
    public void begin() {
        fetch.join(this);
    }

    /** Whether all has come, and the client can have it. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public Outlet outlet() {
        return outlet;
    }

    @Override
    public boolean isPull() {
        return pull;
    }

    @Override
    public Priority priority() {
        return priority;
    }

    @Override
    public boolean isSuspended() {
        return suspended;
    }

    @Override
    public void priority(Priority newPriority) {
        priority = newPriority;
        fetch.steered();
    }

    @Override
    public void suspended(boolean isSuspended) {
        suspended = isSuspended;
        fetch.steered();
    }

    /**
     * Each call of the client is a step of its own: what one of them changes, the next one meets.
     */
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
    public void resuming(String why) {
        binding.step(client -> client.status(BindStatus.RESUMING, why));
    }

    @Override
    public void found(ContentInfo info, Optional<Path> file) {
        info.mediaType().ifPresent(type -> binding.step(client -> announce(client, type)));
        binding.step(client -> begin(client, info));
        file.ifPresent(
                path ->
                        binding.step(
                                client ->
                                        client.status(
                                                BindStatus.CACHE_FILE_NAME_AVAILABLE,
                                                path.toString())));
        found = true;
    }

    private void announce(Client client, String type) throws BindException {
        begun = true;
        mediaType = Optional.of(type);
        client.status(BindStatus.MIME_TYPE_AVAILABLE, type);
    }

    private void begin(Client client, ContentInfo info) throws BindException {
        begun = true;
        client.progress(BindStatus.BEGIN_DOWNLOAD_DATA, name, 0, info.length());
    }

    @Override
    public void arrived() {
        if (found && noticePosted.compareAndSet(false, true)) {
            binding.step(this::notice);
        }
    }

    @Override
    public void complete() {
        var unused =
                outlet.finish()
                        .whenComplete(
                                (nothing, thrown) -> {
                                    if (thrown == null) {
                                        complete = true;
                                        arrived();
                                    } else {
                                        failed(DriverFailures.flatten(binding.moniker(), thrown));
                                    }
                                });
    }

    /** Tells what has come by now, in steps; until the last of them no other notice begins. */
    private void notice(Client client) throws BindException {
        boolean ended = complete;
        long available = current();
        if (ended) {
            announced = available;
            binding.step(this::end);
            binding.step(c -> tell(c, true));
            binding.step(c -> binding.complete(available));
        } else {
            boolean more = available > announced;
            announced = available;
            if (more && outlet.isUsableEarly()) {
                binding.step(c -> tell(c, false));
            }
            binding.step(c -> noticed());
            if (more && (firstSent || !outlet.isUsableEarly())) {
                progress(client, BindStatus.DOWNLOADING_DATA);
            }
        }
    }

    private void noticed() {
        noticePosted.set(false);
        if (current() > announced || complete) {
            arrived();
        }
    }

    private void tell(Client client, boolean isLast) throws BindException {
        boolean isFirst = !firstSent;
        firstSent = true;
        refused = true; // unless the client takes it
        Object value = outlet.content();
        client.data(new DataAvailable(isFirst, isLast, announced, mediaType, value));
        refused = false;
        content.complete(type.cast(value));
        outlet.changed();
    }

    private void end(Client client) throws BindException {
        endSent = true;
        progress(client, BindStatus.END_DOWNLOAD_DATA);
    }

    private void progress(Client client, BindStatus status) throws BindException {
        client.progress(status, name, announced, maximum());
    }

    @Override
    public void failed(BindException failure) {
        binding.fail(failure);
    }

    @Override
    public void end(Optional<BindException> cause) {
        fetch.leave(this);
        cause.ifPresent(outlet::fail);
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
        binding.cause()
                .ifPresent(
                        why -> {
                            content.completeExceptionally(why);
                            forget.run();
                        });
        outlet.changed();
    }

    @Override
    public void waits() {
        fetch.waits();
    }

    @Override
    public Optional<Resumption> resumption() {
        return outlet instanceof InOrderOutlet inOrder
                ? fetch.resumption(inOrder.reader().position())
                : Optional.empty();
    }

    @Override
    public long current() {
        return complete ? maximum().orElseGet(fetch::received) : fetch.received();
    }

    @Override
    public OptionalLong maximum() {
        return fetch.length();
    }
}
