package org.bindhost.shell;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the transfer of one name ended.
 *
 * @param name the name as it was typed
 * @param target the file, or empty if the name was not understood
 * @param bytes how many came
 * @param sha256 the digest of the file, in hexadecimal, or empty if there is no file
 * @param millis how long it took
 * @param failure why there is no file, or empty if there is one
 * @param note what became of what an earlier run had left
 */
record TransferReport(
        String name,
        Optional<Path> target,
        long bytes,
        Optional<String> sha256,
        long millis,
        Optional<Failure> failure,
        Optional<String> note) {

    static TransferReport refused(String name, Failure failure) {
        return new TransferReport(
                name,
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                Optional.of(failure),
                Optional.empty());
    }

    boolean isOk() {
        return failure.isEmpty();
    }
}
