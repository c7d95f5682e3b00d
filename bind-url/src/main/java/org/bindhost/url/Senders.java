package org.bindhost.url;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The sender for what is asked now, and those of former settings through which something is still
 * under way.
 */
final class Senders implements AutoCloseable {

    private final Providers providers;
    private final HttpSender.Starter starter;
    private final List<HttpSender> former = new ArrayList<>();
    private HttpSender present;

    Senders(HttpSettings settings, Providers providers, HttpSender.Starter starter) {
        this.providers = providers;
        this.starter = starter;
        this.present = new HttpSender(settings, providers, starter);
    }

    /**
     * Has something done by the present sender, which is used from the moment that it is handed
     * out: no change closes it before that is done.
     */
    <T> CompletionStage<T> by(Function<HttpSender, CompletionStage<T>> task) {
        HttpSender sender;
        synchronized (this) {
            sender = present;
            sender.enter();
        }
        return CompletableFuture.completedStage(sender)
                .thenCompose(task)
                .whenComplete((value, thrown) -> sender.leave());
    }

    /** Former ones that nobody uses any more are closed when the next one comes, or at the end. */
    void change(HttpSettings settings) {
        var idle = new ArrayList<HttpSender>();
        synchronized (this) {
            former.add(present);
            present = new HttpSender(settings, providers, starter);
            former.removeIf(each -> each.isIdle() && idle.add(each));
        }
        idle.forEach(HttpSender::close);
    }

    @Override
    public void close() {
        List<HttpSender> all;
        synchronized (this) {
            all = new ArrayList<>(former);
            all.add(present);
            former.clear();
        }
        all.forEach(HttpSender::close);
    }
}
