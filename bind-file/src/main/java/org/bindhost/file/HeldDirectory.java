package org.bindhost.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A directory that is held open: what becomes of its name, or of those above it, changes nothing.
 * It is reached from its root one directory at a time, of which none may be a link, so that nobody
 * who swaps a directory for a link between the check and the use leads out of the root.
 */
final class HeldDirectory implements Directory {

    private final SecureDirectoryStream<Path> stream;

    private HeldDirectory(SecureDirectoryStream<Path> stream) {
        this.stream = stream;
    }

    static HeldDirectory around(NamedFile file) throws IOException {
        Path way = file.root().relativize(file.real());
        return walk(file.root(), way, way.getNameCount() - 1);
    }

    static HeldDirectory itself(NamedFile file) throws IOException {
        Path way = file.root().relativize(file.real());
        return walk(file.root(), way, way.toString().isEmpty() ? 0 : way.getNameCount());
    }

    @SuppressWarnings("StreamResourceLeak") // closed with what it becomes
    private static HeldDirectory walk(Path root, Path way, int steps) throws IOException {
        var directory = new HeldDirectory(secure(Files.newDirectoryStream(root)));
        for (int i = 0; i < steps; i++) {
            directory = directory.enter(way.getName(i));
        }
        return directory;
    }

    private HeldDirectory enter(Path name) throws IOException {
        try {
            return new HeldDirectory(secure(stream.newDirectoryStream(name, NOFOLLOW_LINKS)));
        } catch (IOException e) {
            throw explained(name, e);
        } finally {
            close();
        }
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) {
        return (SecureDirectoryStream<Path>) stream;
    }

    @Override
    public void names(Predicate<Path> eye) throws IOException {
        names(stream, eye);
    }

    static void names(DirectoryStream<Path> stream, Predicate<Path> eye) throws IOException {
        try {
            for (Path path : stream) {
                if (!eye.test(path.getFileName())) {
                    return;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    @Override
    public FileChannel open(
            Path name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(NOFOLLOW_LINKS);
        try {
            return (FileChannel) stream.newByteChannel(name, all, attributes); // JDK-internal, but
            // so in all versions; locks and force are to be had of nothing else
        } catch (IOException e) {
            throw explained(name, e);
        }
    }

    @Override
    public <V extends FileAttributeView> Optional<V> view(Path name, Class<V> type) {
        return Optional.ofNullable(stream.getFileAttributeView(name, type, NOFOLLOW_LINKS));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        stream.move(from, stream, to);
    }

    @Override
    public void delete(Path name) throws IOException {
        stream.deleteFile(name);
    }

    @Override
    public void force() throws IOException {
        try (var itself = stream.newByteChannel(Path.of("."), Set.of(StandardOpenOption.READ))) {
            ((FileChannel) itself).force(true);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /**
     * The JDK has several words for a link that it was told not to follow, and by the time one
     * looks the link may be something else again.
     */
    private IOException explained(Path name, IOException failure) {
        if (failure instanceof FileAlreadyExistsException) {
            return failure;
        }
        String said = String.valueOf(failure.getMessage());
        boolean isLink =
                failure instanceof NotDirectoryException
                        || said.contains("symbolic link")
                        || said.contains("NOFOLLOW_LINKS");
        return isLink || isLinkNow(name) ? new Moved(name) : failure;
    }

    private boolean isLinkNow(Path name) {
        try {
            var view = view(name, BasicFileAttributeView.class).orElseThrow();
            return view.readAttributes().isSymbolicLink();
        } catch (IOException e) {
            return false;
        }
    }
}
