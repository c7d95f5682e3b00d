package org.bindhost.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A directory that remembers in which order names in it were given, forced and deleted, and may
 * fail to do so.
 */
final class RememberingDirectory implements Directory {

    final List<String> happened = new ArrayList<>();
    private final Set<String> failing;
    private final Directory directory;

    RememberingDirectory(Directory directory, String... failing) {
        this.directory = directory;
        this.failing = Set.of(failing);
    }

    private void happens(String what) throws IOException {
        happened.add(what);
        if (failing.contains(what)) {
            throw new IOException("no " + what + " today");
        }
    }

    @Override
    public void names(Predicate<Path> eye) throws IOException {
        directory.names(eye);
    }

    @Override
    public FileChannel open(
            Path name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return directory.open(name, options, attributes);
    }

    @Override
    public <V extends FileAttributeView> Optional<V> view(Path name, Class<V> type) {
        return directory.view(name, type);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        happens("rename");
        directory.rename(from, to);
    }

    @Override
    public void delete(Path name) throws IOException {
        happens("delete");
        directory.delete(name);
    }

    @Override
    public void force() throws IOException {
        happens("force");
        directory.force();
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
