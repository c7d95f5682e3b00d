package org.bindhost.shell;

/** The arguments of a verb cannot be acted upon. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
