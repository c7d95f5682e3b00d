package org.bindhost.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A directory, in which files are opened, made, renamed and deleted by the one name that they have
 * in it. No link is followed; whoever meets one where none was gets {@link Moved}.
 */
interface Directory extends AutoCloseable {

    /** Looks at the names in it one after another, until one is not liked. */
    void names(Predicate<Path> eye) throws IOException;

    FileChannel open(Path name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException;

    /** Empty if the file system knows nothing of the kind. */
    <V extends FileAttributeView> Optional<V> view(Path name, Class<V> type);

    /** In one step; replaces what has the new name. */
    void rename(Path from, Path to) throws IOException;

    void delete(Path name) throws IOException;

    /** Has the names in it written to the device, where the system has a way to ask for that. */
    void force() throws IOException;

    @Override
    void close() throws IOException;

    /** Something on the way is not what it was when it was checked. */
    final class Moved extends IOException {

        private static final long serialVersionUID = 1L;

        Moved(Path what) {
            super(what + " is not what it was a moment ago");
        }
    }
}
