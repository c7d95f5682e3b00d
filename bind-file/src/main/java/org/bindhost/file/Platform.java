package org.bindhost.file;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/**
 * What decides which names can be opened here; all others are values only.
 *
 * @param isWindows whether names begin with drives
 * @param ignoresCase whether names that are not of Windows are the same in either case
 */
record Platform(boolean isWindows, boolean ignoresCase) {

    static final Platform CURRENT =
            new Platform(File.separatorChar == '\\', new File("a").equals(new File("A")));

    String key(FilePath file) {
        return file.key(ignoresCase(file.root().form()));
    }

    boolean ignoresCase(Form form) {
        return ignoresCase || form.isWindows();
    }

    /** Whether such names are of files that this system may have. */
    boolean opens(Form form) {
        return form == (isWindows ? Form.DRIVE : Form.POSIX);
    }

    Path path(FilePath file) throws BindException {
        if (!opens(file.root().form())) {
            throw refusal(file);
        }
        try {
            Path path = Path.of(file.toString());
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException e) {
            throw new BindException(
                    Reason.SYNTAX, file + " is no name on this system: " + e.getReason(), e);
        }
        throw new BindException(Reason.SYNTAX, file + " is not absolute on this system");
    }

    private static BindException refusal(FilePath file) {
        return switch (file.root().form()) {
            case RELATIVE ->
                    new BindException(
                            Reason.SYNTAX,
                            FileUri.write(file) + " is relative, and nothing says to what");
            case POSIX ->
                    new BindException(
                            Reason.UNSUPPORTED, file + " names no drive, as it must on Windows");
            case DRIVE ->
                    new BindException(
                            Reason.UNSUPPORTED,
                            file + " is a name of Windows, and this system has no drives");
            case SHARE ->
                    new BindException(
                            Reason.UNSUPPORTED,
                            file + " is on another machine, and only files of this one are opened");
        };
    }
}
