package org.bindhost.shell;

/** A verb failed, and has said why. */
public final class VerbFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    VerbFailedException(String verb, int status) {
        super("bind:" + verb + " failed with status " + status);
    }
}
