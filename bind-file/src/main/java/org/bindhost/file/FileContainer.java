package org.bindhost.file;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindSpeed;
import org.bindhost.bind.ItemContainer;

/**
 * A directory, whose items are the files and directories in it, each by the one name it has there.
 * It holds nothing open, and asks the roots each time.
 *
 * <p>Names of items are the same if they differ in case only. Where a directory has two such files,
 * neither is to be had as an item, since one would be taken for the other.
 */
final class FileContainer implements ItemContainer {

    /** More are not listed: a list is in memory as a whole. */
    static final int MOST_LISTED = 10_000;

    private final Path path;
    private final Supplier<Roots> roots;
    private final FileContent contents;

    FileContainer(Path path, Supplier<Roots> roots, FileContent contents) {
        this.path = path;
        this.roots = roots;
        this.contents = contents;
    }

    /** This container, if it is a directory. */
    FileContainer checked() throws BindException {
        var file = roots.get().admit(path);
        var there =
                FileKind.of(file)
                        .orElseThrow(() -> new BindException(Reason.NOT_FOUND, "no file " + path));
        if (!there.isDirectory()) {
            throw new BindException(
                    Reason.INTERMEDIATE_UNSUPPORTED,
                    path
                            + " is no directory, and so holds no items; if the '!' belongs to the"
                            + " name, write '!!'");
        }
        return this;
    }

    @Override
    public <T> CompletionStage<T> item(
            String item, Class<T> type, BindSpeed speed, BindContext context) {
        return Answer.of(() -> type.cast(find(item, type)));
    }

    private Object find(String item, Class<?> type) throws BindException {
        var name = name(item).orElseThrow(() -> missing(item));
        var file = roots.get().admit(path.resolve(name));
        if (FileKind.of(file).isEmpty()) {
            throw missing(item);
        }
        requireOnly(item);
        if (type == ReadableByteChannel.class) {
            return contents.whole(file);
        }
        if (type == ItemContainer.class) {
            return new FileContainer(file.path(), roots, contents).checked();
        }
        throw new BindException(Reason.UNSUPPORTED, file + " cannot be had as " + type.getName());
    }

    private BindException missing(String item) {
        return new BindException(Reason.NOT_FOUND, "no file " + item + " in " + path);
    }

    /** Empty if it is no name of something in a directory, but of something elsewhere. */
    private Optional<Path> name(String item) {
        boolean isOdd = item.equals(".") || item.equals("..") || item.isEmpty();
        try {
            var name = path.getFileSystem().getPath(item);
            return !isOdd && !name.isAbsolute() && isOne(name, item)
                    ? Optional.of(name)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean isOne(Path name, String item) {
        boolean isWindows = path.getFileSystem().getSeparator().equals("\\");
        return name.getNameCount() == 1
                && name.toString().equals(item)
                && (!isWindows || WindowsName.problem(item).isEmpty());
    }

    private void requireOnly(String item) throws BindException {
        List<String> same = new ArrayList<>();
        look(
                (directory, name) -> {
                    if (Case.fold(name.toString()).equals(Case.fold(item))) {
                        same.add(name.toString());
                    }
                    return same.size() < 2;
                });
        if (same.size() > 1) {
            throw new BindException(
                    Reason.UNSUPPORTED,
                    "as an item " + item + " of " + path + " could be any of " + same);
        }
    }

    @Override
    public CompletionStage<List<String>> items() {
        return Answer.of(this::list);
    }

    private List<String> list() throws BindException {
        List<String> items = new ArrayList<>();
        look(
                (directory, name) -> {
                    if (isListed(directory, name)) {
                        items.add(name.toString());
                    }
                    return items.size() <= MOST_LISTED;
                });
        if (items.size() > MOST_LISTED) {
            throw new BindException(
                    Reason.UNSUPPORTED, path + " has more than " + MOST_LISTED + " items");
        }
        Collections.sort(items);
        return List.copyOf(items);
    }

    private boolean isListed(Directory directory, Path name) {
        boolean isHidden = name.toString().startsWith(".");
        if (isHidden || name(name.toString()).filter(name::equals).isEmpty()) {
            return false; // or of bytes that are no text, so that nobody could ask for it
        }
        try {
            var there = directory.view(name, BasicFileAttributeView.class).orElseThrow();
            var kind = there.readAttributes();
            return kind.isSymbolicLink() ? leadsInside(name) : isItem(kind);
        } catch (IOException e) {
            return false; // it went meanwhile
        }
    }

    private boolean leadsInside(Path name) {
        try {
            return FileKind.of(roots.get().admit(path.resolve(name)))
                    .filter(FileContainer::isItem)
                    .isPresent();
        } catch (BindException e) {
            return false;
        }
    }

    private static boolean isItem(BasicFileAttributes kind) {
        return kind.isRegularFile() || kind.isDirectory();
    }

    /** Looks at a name; false if that was enough. */
    private interface Eye {
        boolean sees(Directory directory, Path name);
    }

    private void look(Eye eye) throws BindException {
        var file = roots.get().admit(path);
        try (var directory = contents.directory(file)) {
            directory.names(name -> eye.sees(directory, name));
        } catch (IOException e) {
            throw Failures.of("list", path, e);
        }
    }
}
