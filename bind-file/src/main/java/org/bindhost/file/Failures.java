package org.bindhost.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/** What a file system says, in terms of a bind. */
final class Failures {

    private Failures() {}

    static BindException of(String action, Path file, IOException failure) {
        if (failure instanceof Directory.Moved) {
            return new BindException(
                    Reason.CHANGED, file + " changed while it was being opened"); // no cause: ours
        }
        if (failure instanceof NoSuchFileException) {
            return new BindException(Reason.NOT_FOUND, "no file " + file, failure);
        }
        if (failure instanceof AccessDeniedException) {
            return new BindException(
                    Reason.ACCESS_DENIED, "may not " + action + " " + file, failure);
        }
        return new BindException(
                Reason.STORAGE_FAILED,
                "cannot " + action + " " + file + ": " + failure.getMessage(),
                failure);
    }
}
