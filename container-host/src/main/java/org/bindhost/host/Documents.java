package org.bindhost.host;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.osgi.service.component.annotations.Component;

/** The documents that are open, so that a document's container and its hosts meet. */
@Component(service = Documents.class)
public final class Documents {

    private final Map<String, Document> open = new ConcurrentHashMap<>();

    Document open(DocumentConfiguration configuration) {
        return open.computeIfAbsent(
                configuration.document_base(), base -> document(base, configuration.priority()));
    }

    void close(Document document) {
        document.base().ifPresent(base -> open.remove(base, document));
        document.close(Hosting.STOP_WITHIN);
    }

    private static Document document(String base, PriorityClass priority) {
        return new Document(
                Optional.of(base), Optional.of(new Priority(priority, Priority.USUAL_WEIGHT)));
    }
}
