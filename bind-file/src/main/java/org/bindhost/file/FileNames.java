package org.bindhost.file;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;

/** How names of files read. Asks the file system nothing. */
final class FileNames {

    static final String CLASS = "file";

    /** At least two letters, so that {@code C:} stays a drive. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private static final boolean IGNORES_CASE = new File("a").equals(new File("A"));

    private FileNames() {}

    /** Where the name ends: at the last delimiter that follows an existing file, or not before. */
    static int end(String text, Predicate<String> isFile) {
        int first = text.indexOf('!');
        for (int end = text.length(); first >= 0 && end > 0; end = text.lastIndexOf('!', end - 1)) {
            if (isFile.test(text.substring(0, end))) {
                return end;
            }
        }
        return text.length();
    }

    /** The file that a name is of, absolute and without {@code ".."}. */
    static Optional<Path> path(String name, Optional<MonikerPart> left) {
        boolean besideOther = left.filter(part -> !part.monikerClass().equals(CLASS)).isPresent();
        if (FileUri.isFileUri(name)) {
            return FileUri.path(name).flatMap(FileNames::absolute);
        }
        // what stands beside a name of another class is relative to that, even "/a" to a URL
        if (SCHEME.matcher(name).matches() || name.startsWith("!") || besideOther) {
            return Optional.empty();
        }
        return absolute(name).or(() -> left.flatMap(base -> relative(name, base)));
    }

    /** The form that decides whether two names are the same. */
    static String key(Path path) {
        String key = path.toString();
        return IGNORES_CASE ? key.toLowerCase(Locale.ROOT) : key;
    }

    /** A key may come from anywhere, such as a saved document, so it is checked like a name. */
    static Path pathOfKey(MonikerPart part) throws BindException {
        return absolute(part.key())
                .orElseThrow(
                        () ->
                                new BindException(
                                        Reason.SYNTAX,
                                        part.key() + " is no absolute path on this system"));
    }

    /** As with URLs: in the directory named, or beside the file named; encoded if that one is. */
    private static Optional<Path> relative(String name, MonikerPart base) {
        boolean encoded = FileUri.isFileUri(base.text());
        boolean directory = base.text().endsWith("/") || base.text().endsWith(File.separator);
        var path = (encoded ? FileUri.decode(name) : Optional.of(name)).flatMap(FileNames::parse);
        return parse(base.key())
                .map(key -> directory ? key : key.resolveSibling(""))
                .flatMap(in -> path.filter(p -> !p.isAbsolute()).map(in::resolve))
                .flatMap(found -> absolute(found.toString()));
    }

    private static Optional<Path> absolute(String path) {
        return parse(path)
                .filter(Path::isAbsolute)
                .filter(p -> !p.toString().startsWith("\\\\")) // another machine
                .map(Path::normalize);
    }

    private static Optional<Path> parse(String path) {
        if (path.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(path));
        } catch (InvalidPathException e) {
            return Optional.empty(); // no name here: not even this file system can read it
        }
    }
}
