package org.bindhost.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A name of a file, taken apart: a calculation with text that is the same on every system and asks
 * no file system anything.
 *
 * @param root what it begins with
 * @param names its components, without {@code "."}; {@code ".."} stands only at the start of a
 *     relative one
 * @param isDirectory whether it was written as one: with a separator at its end, or with a dot name
 */
record FilePath(Root root, List<String> names, boolean isDirectory) {

    FilePath {
        names = List.copyOf(names);
    }

    /** The names of the directory that this is, or else is in. */
    List<String> directory() {
        return isDirectory ? names : names.subList(0, names.size() - 1);
    }

    /** What a relative name is, written in this file. */
    FilePath resolve(FilePath relative) throws MalformedName {
        return walk(directory(), relative);
    }

    /** This name followed by a relative one: {@code ".."} takes away its last component (B-11). */
    FilePath append(FilePath relative) throws MalformedName {
        return walk(names, relative);
    }

    /** What tells this file from others; no two forms have a key in common. */
    String key(boolean ignoresCase) {
        String start = root.isRelative() && !startsUp() ? "./" : root.text() + separator();
        String key = start + joined();
        return ignoresCase ? Case.fold(key) : key;
    }

    /** Whether it leads up from where it begins, as only relative names can. */
    boolean startsUp() {
        return !names.isEmpty() && names.get(0).equals("..");
    }

    /** As it is written on the system whose form it has. */
    @Override
    public String toString() {
        String end = isDirectory && !names.isEmpty() ? String.valueOf(root.form().separator()) : "";
        return root.text() + separator() + joined() + end;
    }

    private String separator() {
        boolean none = root.isRelative() || (root.form() == Form.SHARE && names.isEmpty());
        return none ? "" : String.valueOf(root.form().separator());
    }

    private String joined() {
        return String.join(String.valueOf(root.form().separator()), names);
    }

    private FilePath walk(List<String> from, FilePath relative) throws MalformedName {
        var walk = new Walk(root, new ArrayList<>(from));
        for (var name : relative.names) {
            walk.step(name, 0);
        }
        return walk.end(relative.isDirectory);
    }
}
