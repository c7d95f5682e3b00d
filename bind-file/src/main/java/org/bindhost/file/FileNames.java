package org.bindhost.file;

import java.util.Optional;
import java.util.function.Predicate;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.VisibleText;

/** How names of files read, and how they are written again. */
final class FileNames {

    static final String CLASS = "file";

    /** What the parser puts before the text of a part that was asked for as one of this class. */
    private static final String DESIGNATOR = "@" + CLASS + ":";

    private final Platform platform;

    FileNames(Platform platform) {
        this.platform = platform;
    }

    /**
     * Recognises a name at the start of a text.
     *
     * @param exists whether there is such a file; asked only about a text with a single {@code '!'}
     */
    Recognition recognize(String text, Optional<MonikerPart> base, Predicate<FilePath> exists) {
        var kind = NameKind.of(text, base);
        if (kind == NameKind.FOREIGN) {
            return Recognition.foreign();
        }
        var byTheRule = DelimitedName.of(text);
        for (var prefix : NamePrefixes.beyond(byTheRule, text)) {
            if (exists(prefix.name(), kind, base, exists)) {
                return recognize(prefix, kind, base);
            }
        }
        return recognize(byTheRule, kind, base);
    }

    /**
     * The file that a part is of, in the case it is written in; its key alone is to be believed.
     */
    FilePath path(MonikerPart part) throws MalformedName {
        var path = alone(written(part).replace("!!", "!"));
        return path.isPresent() && platform.key(path.get()).equals(part.key())
                ? path.get()
                : ofKey(part.key());
    }

    /** Makes a part of a path that was found by way of another part, and is written as that is. */
    MonikerPart part(FilePath path, MonikerPart like) {
        return part(new NameInFull(path, write(path, like)));
    }

    private MonikerPart part(NameInFull name) {
        var text = DelimitedName.write(name.text());
        return new MonikerPart(CLASS, platform.key(name.path()), text);
    }

    private boolean exists(
            String name, NameKind kind, Optional<MonikerPart> base, Predicate<FilePath> exists) {
        try {
            return exists.test(read(name, kind, base).path());
        } catch (MalformedName e) {
            return false; // another end of it may make sense
        }
    }

    private Recognition recognize(DelimitedName prefix, NameKind kind, Optional<MonikerPart> base) {
        try {
            var part = part(read(prefix.name(), kind, base));
            return new Recognition.Found(part, prefix.length());
        } catch (MalformedName e) {
            return new Recognition.Malformed(place(prefix, e.at()), e.problem());
        }
    }

    private NameInFull read(String name, NameKind kind, Optional<MonikerPart> base)
            throws MalformedName {
        if (kind == NameKind.ABSOLUTE) {
            return new NameInFull(PlainName.absolute(name), name);
        }
        return kind == NameKind.URI
                ? readUri(name, base.filter(NameKind::isFile))
                : readBeside(name, base.orElseThrow());
    }

    private NameInFull readUri(String uri, Optional<MonikerPart> base) throws MalformedName {
        var path = FileUri.read(uri);
        if (base.isEmpty() || !path.root().isRelative()) {
            return new NameInFull(path, uri);
        }
        var resolved = path(base.get()).resolve(path);
        return new NameInFull(resolved, write(resolved, base.get()));
    }

    /** What stands beside a URI is encoded as that is. */
    private NameInFull readBeside(String name, MonikerPart base) throws MalformedName {
        var path =
                FileUri.isFileUri(written(base))
                        ? PlainName.relative(Percent.decode(name, 0), path(base))
                        : PlainName.relative(name, path(base));
        return new NameInFull(path, write(path, base));
    }

    /** What a name means without a base, if it means anything. */
    private static Optional<FilePath> alone(String name) {
        try {
            if (FileUri.isFileUri(name)) {
                return Optional.of(FileUri.read(name));
            }
            return PlainName.isAbsolute(name)
                    ? Optional.of(PlainName.absolute(name))
                    : Optional.empty();
        } catch (MalformedName e) {
            return Optional.empty();
        }
    }

    /** A key may come from anywhere, such as a saved document, so it is checked like a name. */
    private static FilePath ofKey(String key) throws MalformedName {
        if (PlainName.isAbsolute(key)) {
            return PlainName.absolute(key);
        }
        if (key.startsWith("./") || key.startsWith("..")) {
            return PlainName.relative(key);
        }
        throw new MalformedName(0, "is neither absolute nor relative");
    }

    private static String write(FilePath path, MonikerPart like) {
        boolean isUri = path.root().isRelative() || FileUri.isFileUri(written(like));
        String plain = path.toString();
        boolean isSeen = VisibleText.isVisible(plain); // else it is not read as a plain name
        return isUri || !isSeen ? FileUri.write(path) : plain;
    }

    /**
     * Each delimiter that was doubled is one longer in the text than in the name; a last is not.
     */
    private static int place(DelimitedName prefix, int at) {
        int most = prefix.length() - prefix.name().length();
        long before = prefix.name().chars().limit(at).filter(c -> c == '!').count();
        return at + (int) Math.min(before, most);
    }

    /** The text of a part as this class has made it: equal parts may differ by a designator. */
    private static String written(MonikerPart part) {
        int from = 0;
        while (part.text().startsWith(DESIGNATOR, from)) {
            from += DESIGNATOR.length();
        }
        return part.text().substring(from);
    }

    /** A path and how it is written without a base. */
    private record NameInFull(FilePath path, String text) {}
}
