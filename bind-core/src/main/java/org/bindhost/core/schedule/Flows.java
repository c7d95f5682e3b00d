package org.bindhost.core.schedule;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * The origins and documents that transfers are of. They are known while they have transfers, and
 * for a moment longer if they have a rate, lest each transfer begin a new tenth of a second.
 */
final class Flows {

    private final LongSupplier nanos;
    private final Board board;
    private final Map<String, Origin> origins = new HashMap<>();
    private final Map<String, Document> documents = new HashMap<>();
    private final Queue<Origin> left = new ArrayDeque<>();
    private final Origin nowhere;
    private final Document none;
    private int most;
    private long bytesPerSecond;

    Flows(LongSupplier nanos, Board board) {
        this.nanos = nanos;
        this.board = board;
        this.nowhere = newOrigin("", Integer.MAX_VALUE, 0);
        this.none = newDocument("");
    }

    void limits(int transfersPerOrigin, long originBytesPerSecond) {
        most = transfersPerOrigin;
        bytesPerSecond = originBytesPerSecond;
        for (Origin origin : origins.values()) {
            origin.most(most);
            origin.tap.bucket.rate(bytesPerSecond);
        }
    }

    Collection<Origin> origins() {
        return origins.values();
    }

    Origin join(Optional<String> name) {
        forget();
        Origin origin =
                name.map(n -> origins.computeIfAbsent(n, o -> newOrigin(o, most, bytesPerSecond)))
                        .orElse(nowhere);
        origin.members++;
        return origin;
    }

    void leave(Origin origin) {
        origin.members--;
        if (origin.members == 0 && !origin.equals(nowhere)) {
            left.add(origin);
            forget();
        }
    }

    /** Forgets those that were left, a few at a time. */
    private void forget() {
        for (int some = Math.min(2, left.size()); some > 0; some--) {
            Origin oldest = left.remove();
            if (oldest.members == 0 && oldest.tap.bucket.isFull()) {
                origins.remove(oldest.name, oldest);
            } else if (oldest.members == 0) {
                left.add(oldest);
            }
        }
    }

    Document joinDocument(Optional<String> name) {
        Document document = name.map(this::document).orElse(none);
        document.members++;
        return document;
    }

    /** Finds a document, to steer it, whether or not it has transfers. */
    Document document(String name) {
        return documents.computeIfAbsent(name, this::newDocument);
    }

    void leave(Document document) {
        document.members--;
        forget(document);
    }

    /** Forgets a document of which nothing need be known. */
    void forget(Document document) {
        Tap tap = document.tap;
        if (document.members == 0 && !tap.isSuspended() && !tap.bucket.isLimited()) {
            documents.remove(document.name, document);
        }
    }

    private Origin newOrigin(String name, int itsMost, long itsRate) {
        var tap = new Tap(nanos, itsRate, board.order);
        return new Origin(name, tap, itsMost, board.ranks, board.order);
    }

    private Document newDocument(String name) {
        return new Document(name, new Tap(nanos, 0, board.order));
    }
}
