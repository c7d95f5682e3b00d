package org.bindhost.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The way along the components of a name, on which {@code ".."} leads back, but not past a root.
 */
final class Walk {

    private final Root root;
    private final List<String> names;
    private boolean isDirectory = true;

    Walk(Root root, List<String> start) {
        this.root = root;
        this.names = start;
    }

    /** Reads what is written behind a root. */
    static FilePath along(Root root, String text, int from) throws MalformedName {
        return along(root, new ArrayList<>(), text, from);
    }

    /** Reads what is written behind the names to start with, which become part of the result. */
    static FilePath along(Root root, List<String> start, String text, int from)
            throws MalformedName {
        var walk = new Walk(root, start);
        int begin = from;
        for (int i = from; i < text.length(); i++) {
            if (root.form().separates(text.charAt(i))) {
                walk.step(text.substring(begin, i), begin);
                begin = i + 1;
            }
        }
        walk.step(text.substring(begin), begin);
        return walk.end(walk.isDirectory);
    }

    /** Goes one step, to a name that is written at a place of the text. */
    void step(String name, int at) throws MalformedName {
        isDirectory = name.isEmpty() || name.equals(".") || name.equals("..");
        if (name.equals("..")) {
            back();
        } else if (!isDirectory) {
            require(name, at);
            names.add(name);
        }
    }

    FilePath end(boolean directory) {
        return new FilePath(root, names, directory || names.isEmpty());
    }

    private void back() {
        int last = names.size() - 1;
        if (last >= 0 && !names.get(last).equals("..")) {
            names.remove(last);
        } else if (root.isRelative()) {
            names.add("..");
        }
    }

    private void require(String name, int at) throws MalformedName {
        if (root.form().isWindows()) {
            var problem = WindowsName.problem(name);
            if (problem.isPresent()) {
                throw new MalformedName(at, problem.get());
            }
        }
    }
}
