package org.bindhost.url;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.DataAvailable;
import org.bindhost.bind.HttpNegotiate;

/** A client with a say in what is asked, which writes down what it hears. */
final class Hooked implements BindStatusCallback, HttpNegotiate {

    final Queue<String> heard = new ConcurrentLinkedQueue<>();
    final Queue<String> threads = new ConcurrentLinkedQueue<>();
    final CompletableFuture<BindOutcome> stopped = new CompletableFuture<>();
    private final BindInfo info;
    private Map<String, String> added = Map.of();
    private final Queue<Optional<Map<String, String>>> again = new ArrayDeque<>();
    private Optional<BindException> refusal = Optional.empty();

    Hooked(BindInfo info) {
        this.info = info;
    }

    Hooked adding(String name, String value) {
        added = Map.of(name, value);
        return this;
    }

    Hooked thenAdding(String name, String value) {
        again.add(Optional.of(Map.of(name, value)));
        return this;
    }

    Hooked thenNothing() {
        again.add(Optional.empty());
        return this;
    }

    Hooked refusing(BindException why) {
        refusal = Optional.of(why);
        return this;
    }

    @Override
    public BindInfo getBindInfo() {
        return info;
    }

    @Override
    public Map<String, String> beginningTransaction(String url, Map<String, List<String>> fields) {
        threads.add(Thread.currentThread().getName());
        heard.add("begin " + url + " accept=" + fields.get("accept"));
        return added;
    }

    @Override
    public Optional<Map<String, String>> onResponse(int status, Map<String, List<String>> fields)
            throws BindException {
        threads.add(Thread.currentThread().getName());
        heard.add("response " + status + " " + fields.getOrDefault("x-answer", List.of()));
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return again.isEmpty() ? Optional.empty() : again.remove();
    }

    @Override
    public void onDataAvailable(DataAvailable data) {
        heard.add("data");
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        heard.add("stop");
        stopped.complete(outcome);
    }
}
