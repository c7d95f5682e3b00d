package org.bindhost.file;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Optional;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/**
 * The moment in which a file that was written gets its name.
 *
 * @param file what it is to be
 * @param part what it is so far, written and closed
 * @param base what the beginning of it was copied from, if it was, and must still be there
 * @param durable whether the name is to be on the device before this is over
 * @param locks who else is to be respected
 */
record Appearing(
        NamedFile file, PartFile part, Optional<FileState> base, boolean durable, Locks locks) {

    /**
     * Gives it its name.
     *
     * @param onRenamed is run once it has it; what fails after that does not take it back
     */
    void now(Runnable onRenamed) throws IOException, BindException {
        var directory = part.directory();
        var there = key();
        if (there.isPresent()) {
            // two of ours that append to one file come one after the other here
            locks.whileFree(
                    file,
                    there.get(),
                    () -> directory.open(file.name(), Set.of(WRITE)),
                    () -> rename(onRenamed));
        } else {
            rename(onRenamed);
        }
        if (durable) {
            directory.force();
        }
    }

    private void rename(Runnable onRenamed) throws IOException, BindException {
        if (base.isPresent() && !base.equals(state())) {
            throw new BindException(
                    Reason.CHANGED, file + " changed while it was being appended to");
        }
        part.directory().rename(part.name(), file.name());
        onRenamed.run();
    }

    /** Which file has the name now, if one has. */
    private Optional<String> key() throws IOException {
        var view = part.directory().view(file.name(), BasicFileAttributeView.class);
        try {
            return Optional.of(String.valueOf(view.orElseThrow().readAttributes().fileKey()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Optional<FileState> state() throws IOException {
        try {
            return Optional.of(FileState.of(file.real()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
