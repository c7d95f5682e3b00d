package org.bindhost.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.bindhost.moniker.Moniker;

/**
 * One name to be fetched.
 *
 * @param name the name as it was typed
 * @param moniker what it denotes
 * @param target the file to make
 * @param sha256 the digest it must have, in hexadecimal, or empty if any will do
 * @param continues whether to go on with what an earlier run has left
 */
record Errand(
        String name, Moniker moniker, Path target, Optional<String> sha256, boolean continues) {}
