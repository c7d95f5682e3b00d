package org.bindhost.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A directory where none can be held open. Each step looks again whether its name still leads where
 * it led, before and after, which who is quick enough may get round; what was opened by then is
 * closed unread.
 */
final class NamedDirectory implements Directory {

    private final Path directory;

    NamedDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public void names(Predicate<Path> eye) throws IOException {
        check();
        try (var stream = Files.newDirectoryStream(directory)) {
            HeldDirectory.names(stream, eye);
            check();
        }
    }

    @Override
    public FileChannel open(
            Path name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(NOFOLLOW_LINKS);
        check();
        Path file = directory.resolve(name);
        if (Files.isSymbolicLink(file)) {
            throw new Moved(file);
        }
        var channel = FileChannel.open(file, all, attributes);
        try {
            check();
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public <V extends FileAttributeView> Optional<V> view(Path name, Class<V> type) {
        return Optional.ofNullable(
                Files.getFileAttributeView(directory.resolve(name), type, NOFOLLOW_LINKS));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        check();
        Files.move(directory.resolve(from), directory.resolve(to), ATOMIC_MOVE);
    }

    @Override
    public void delete(Path name) throws IOException {
        check();
        Files.delete(directory.resolve(name));
    }

    /** Windows has no way to ask for that. */
    @Override
    public void force() throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var itself = FileChannel.open(directory, StandardOpenOption.READ)) {
                itself.force(true);
            }
        }
    }

    @Override
    public void close() {}

    private void check() throws IOException {
        if (!directory.toRealPath().equals(directory)) {
            throw new Moved(directory);
        }
    }
}
