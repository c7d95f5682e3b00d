package org.bindhost.file;

import java.util.ArrayList;
import java.util.List;

/** Names of files as people and systems write them: nothing in them is encoded. */
final class PlainName {

    private PlainName() {}

    /** Whether it is absolute by its start, or wants to be. */
    static boolean isAbsolute(String text) {
        return text.startsWith("/") || text.startsWith("\\\\") || startsWithDrive(text);
    }

    /** Reads a name for which {@link #isAbsolute} holds. */
    static FilePath absolute(String text) throws MalformedName {
        requireText(text);
        if (text.charAt(0) == '/') {
            return Walk.along(Root.POSIX, text, 1);
        }
        return text.charAt(0) == '\\' ? share(text) : drive(text);
    }

    /** Reads a name that is to begin where another leads to. */
    static FilePath relative(String text, FilePath base) throws MalformedName {
        requireText(text);
        if (!text.isEmpty() && base.root().form().separates(text.charAt(0))) {
            return fromRoot(text, base);
        }
        return Walk.along(base.root(), new ArrayList<>(base.directory()), text, 0);
    }

    /** Reads a name that begins nowhere yet. */
    static FilePath relative(String text) throws MalformedName {
        return relative(text, new FilePath(Root.RELATIVE, List.of(), true));
    }

    static boolean startsWithDrive(String text) {
        return text.length() > 1 && text.charAt(1) == ':' && isLetter(text.charAt(0));
    }

    static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /** Windows has names that begin at the root of the drive or share that one is in. */
    private static FilePath fromRoot(String text, FilePath base) throws MalformedName {
        if (text.charAt(0) != '\\') {
            throw new MalformedName(0, "begins with an encoded separator");
        }
        return Walk.along(base.root(), text, 1);
    }

    private static FilePath drive(String text) throws MalformedName {
        if (text.length() == 2 || !Form.DRIVE.separates(text.charAt(2))) {
            throw new MalformedName(2, "is relative to the current directory of a drive");
        }
        return Walk.along(Root.drive(text.charAt(0)), text, 3);
    }

    /** The server and the share are names that have no {@code ".."}. */
    private static FilePath share(String text) throws MalformedName {
        int end = separatorAfter(text, 2);
        String server = text.substring(2, end);
        if (server.equals(".") || server.equals("?")) {
            throw new MalformedName(2, "is a name of a device, and not of a file");
        }
        int begin = Math.min(end + 1, text.length());
        int shareEnd = separatorAfter(text, begin);
        var root = Root.share(component(text, 2, end), component(text, begin, shareEnd));
        return Walk.along(root, text, Math.min(shareEnd + 1, text.length()));
    }

    private static String component(String text, int from, int end) throws MalformedName {
        String name = text.substring(from, end);
        if (name.isEmpty()) {
            throw new MalformedName(from, "names a server and a share, and one of them is missing");
        }
        var problem = WindowsName.problem(name); // finds "." and ".." too
        if (problem.isPresent()) {
            throw new MalformedName(from, problem.get());
        }
        return name;
    }

    private static int separatorAfter(String text, int from) {
        int at = from;
        while (at < text.length() && !Form.SHARE.separates(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** What cannot be seen, or is half a character, is in no name. */
    private static void requireText(String text) throws MalformedName {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character)) {
                throw new MalformedName(i, "has a control character");
            }
            if (Character.isSurrogate(character)) {
                i += requirePair(text, i);
            }
        }
    }

    private static int requirePair(String text, int at) throws MalformedName {
        if (Character.charCount(text.codePointAt(at)) != 2) {
            throw new MalformedName(at, "has half a character");
        }
        return 1;
    }
}
