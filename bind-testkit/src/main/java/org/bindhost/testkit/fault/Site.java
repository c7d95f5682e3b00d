package org.bindhost.testkit.fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is served under which path, with which fault, and the book of it. Any thread may call. */
final class Site {

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Queue<Served> book = new ConcurrentLinkedQueue<>();

    /**
     * What is served under one path.
     *
     * @param entity the entity
     * @param next the faults of the next requests
     * @param then the fault of all others
     */
    private record Page(Entity entity, Queue<Fault> next, Fault then) {

        Fault fault() {
            return Optional.ofNullable(next.poll()).orElse(then);
        }
    }

    void put(String path, Entity entity, List<Fault> next, Fault then) {
        pages.put(path, new Page(entity, new ConcurrentLinkedQueue<>(next), then));
    }

    void remove(String path) {
        pages.remove(path);
    }

    Sending answer(Request request) {
        Optional<Page> page = Optional.ofNullable(pages.get(request.path()));
        Fault fault = page.map(Page::fault).orElse(Fault.NONE);
        Answer honest =
                page.map(it -> Answer.honest(request, it.entity())).orElseGet(Answer::notFound);
        var served = new Served(request, fault);
        book.add(served);
        return new Sending(served, fault.answer(request, honest));
    }

    List<Served> book() {
        return List.copyOf(book);
    }

    void forget() {
        book.clear();
    }
}
