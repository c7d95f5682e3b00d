package org.bindhost.core.schedule;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * The origins and documents that transfers are of. They are known while they have transfers. An
 * origin is known for a moment longer if it has a rate, lest each transfer begin a new tenth of a
 * second; a document while it is suspended or limited, for what is said of it holds for binds to
 * come: whoever says so of a name keeps it, as whoever fills a map.
 */
final class Flows {

    private final Map<String, Origin> origins = new HashMap<>();
    private final Map<String, Document> documents = new HashMap<>();
    private final Queue<Origin> left = new ArrayDeque<>();
    private final Function<String, Origin> newOrigin;
    private final Function<String, Document> newDocument;
    private final Origin nowhere;
    private final Document none;

    Flows(Function<String, Origin> newOrigin, Function<String, Document> newDocument) {
        this.newOrigin = newOrigin;
        this.newDocument = newDocument;
        this.nowhere = newOrigin.apply("");
        this.none = newDocument.apply("");
    }

    /** Those that have a name. */
    Collection<Origin> origins() {
        return origins.values();
    }

    Collection<Document> documents() {
        return documents.values();
    }

    Origin join(Optional<String> name) {
        forget();
        Origin origin = name.map(n -> origins.computeIfAbsent(n, newOrigin)).orElse(nowhere);
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
            if (oldest.members == 0 && oldest.gate.bucket.isFull()) {
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
        return documents.computeIfAbsent(name, newDocument);
    }

    void leave(Document document) {
        document.members--;
        forget(document);
    }

    /** Forgets a document of which nothing need be known. */
    void forget(Document document) {
        boolean isSaid = document.suspended || document.gate.bucket.isLimited();
        if (document.members == 0 && !isSaid) {
            documents.remove(document.name, document);
        }
    }
}
