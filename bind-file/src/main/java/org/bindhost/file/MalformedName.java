package org.bindhost.file;

/** A text that is meant as a name of a file, and is none. */
final class MalformedName extends Exception {

    private static final long serialVersionUID = 1L;

    private final int at;

    /** As the second half of a sentence that begins with the name. */
    MalformedName(int at, String problem) {
        super(problem, null, false, false); // an answer, and there are many when names are tried
        this.at = at;
    }

    /** Where the trouble is, in {@code char}s from the start of the text. */
    int at() {
        return at;
    }

    String problem() {
        return getMessage();
    }

    MalformedName at(int place) {
        return new MalformedName(place, problem());
    }
}
