package org.bindhost.host;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.osgi.service.component.annotations.Component;

/**
 * The documents that are open, so that a document's container and its hosts meet.
 *
 * <p>A document lasts as long as anyone uses it: when its configuration changes, container and
 * hosts are replaced one after another and in no order that could be relied on.
 */
@Component(service = Documents.class)
public final class Documents {

    private record Key(String base, PriorityClass priority) {}

    private record Open(Document document, int users) {
        Open withUsers(int number) {
            return new Open(document, number);
        }
    }

    private final Map<Key, Open> open = new HashMap<>(); // guarded by this

    /** Finds or opens a document; whoever calls this says later that it leaves. */
    synchronized Document enter(DocumentConfiguration configuration) {
        var key = new Key(configuration.document_base(), configuration.priority());
        Open found = open.getOrDefault(key, new Open(document(key), 0));
        open.put(key, found.withUsers(found.users() + 1));
        return found.document();
    }

    /** One user less, the last of whom takes the document along. */
    synchronized void leave(Document document) {
        open.replaceAll((key, is) -> is.document() == document ? is.withUsers(is.users() - 1) : is);
        open.values().removeIf(is -> is.users() == 0);
    }

    private static Document document(Key key) {
        return new Document(
                Optional.of(key.base()),
                Optional.of(new Priority(key.priority(), Priority.USUAL_WEIGHT)));
    }
}
