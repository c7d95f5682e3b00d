package org.bindhost.core.schedule;

/** Who asks: the transfers of a document, which are held up together. */
final class Document {

    final String name;
    final Tap tap;
    int members;

    Document(String name, Tap tap) {
        this.name = name;
        this.tap = tap;
    }
}
