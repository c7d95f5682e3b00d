package org.bindhost.core.schedule;

import java.util.LinkedHashSet;
import java.util.Set;

/** Who asks: the transfers of a document, which are held and limited together. */
final class Document {

    final String name;
    final Gate gate;

    /** Those that want something: whom it concerns when the document is held or let go. */
    final Set<Ticket> wanting = new LinkedHashSet<>();

    boolean suspended;
    int members;

    Document(String name, Gate gate) {
        this.name = name;
        this.gate = gate;
    }
}
