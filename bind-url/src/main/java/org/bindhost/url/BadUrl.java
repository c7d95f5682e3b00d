package org.bindhost.url;

/** A text is no URL, as was found at one place of it. Thrown and caught among names only. */
final class BadUrl extends Exception {

    private static final long serialVersionUID = 1L;

    private final int at;

    /**
     * Makes one, without a stack trace: nobody looks for the code that found it.
     *
     * @param at where the trouble is, in {@code char}s
     * @param problem the second half of a sentence that begins with the name
     */
    BadUrl(int at, String problem) {
        super(problem, null, false, false);
        this.at = at;
    }

    int at() {
        return at;
    }
}
