package org.bindhost.shell;

import java.io.IOException;

/** What came has another digest than was asked for. */
final class DigestMismatchException extends IOException {

    private static final long serialVersionUID = 1L;

    DigestMismatchException(String expected, String found) {
        super("SHA-256 is " + found + ", not " + expected);
    }
}
