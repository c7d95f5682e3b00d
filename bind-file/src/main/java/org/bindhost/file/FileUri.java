package org.bindhost.file;

/**
 * Names of files as URIs of RFC 8089, and besides what that allows what people write: spaces and
 * letters of any script need not be encoded. There are no queries and no fragments, so {@code '?'}
 * and {@code '#'} must be. An encoded separator separates; a drive is one only if its colon is not
 * encoded.
 */
final class FileUri {

    private static final String SCHEME = "file:";

    private FileUri() {}

    static boolean isFileUri(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Reads a text for which {@link #isFileUri} holds; the result may be relative. */
    static FilePath read(String uri) throws MalformedName {
        int from = SCHEME.length();
        if (uri.startsWith("//", from)) {
            return withHost(uri, from + 2);
        }
        if (uri.startsWith("/", from)) {
            return local(uri, from);
        }
        if (uri.startsWith("\\", from)) {
            throw new MalformedName(from, "has a '\\' where a URI has a '/'");
        }
        return startsWithDrive(uri, from) ? drive(uri, from) : relative(uri, from);
    }

    /** Writes a name so that {@link #read} finds it again, on any system. */
    static String write(FilePath path) {
        var text = new StringBuilder(SCHEME);
        start(path.root(), text);
        String between = "";
        for (var name : path.names()) {
            Percent.encode(name, text.append(between));
            between = "/";
        }
        if (path.root().isRelative() && path.names().isEmpty()) {
            text.append('.');
        }
        return text.append(path.isDirectory() ? between : "").toString();
    }

    private static void start(Root root, StringBuilder to) {
        switch (root.form()) {
            case RELATIVE -> {}
            case POSIX -> to.append("///");
            case DRIVE -> to.append("///").append(root.text()).append('/');
            case SHARE -> {
                int share = root.text().lastIndexOf('\\');
                to.append("//").append(root.text(), 2, share).append('/');
                Percent.encode(root.text().substring(share + 1), to);
                to.append('/');
            }
        }
    }

    private static FilePath withHost(String uri, int from) throws MalformedName {
        int slash = uri.indexOf('/', from);
        if (slash < 0) {
            throw new MalformedName(uri.length(), "names a machine, and no file of it");
        }
        String host = uri.substring(from, slash);
        if (host.isEmpty() || host.equalsIgnoreCase("localhost")) {
            return local(uri, slash);
        }
        int odd = Math.max(Math.max(host.indexOf('%'), host.indexOf('@')), host.indexOf('\\'));
        if (odd >= 0) {
            throw new MalformedName(
                    from + odd, "has a '" + host.charAt(odd) + "' in the name of a machine");
        }
        return absolute(uri, slash, "\\\\" + host);
    }

    private static FilePath local(String uri, int slash) throws MalformedName {
        return startsWithDrive(uri, slash + 1) ? drive(uri, slash + 1) : absolute(uri, slash, "");
    }

    /** A bar stands for the colon in URIs of old. */
    private static boolean startsWithDrive(String uri, int at) {
        int end = at + 2;
        return end <= uri.length()
                && PlainName.isLetter(uri.charAt(at))
                && (uri.charAt(at + 1) == ':' || uri.charAt(at + 1) == '|')
                && (end == uri.length() || Form.DRIVE.separates(uri.charAt(end)));
    }

    private static FilePath drive(String uri, int at) throws MalformedName {
        return absolute(uri, at + 2, uri.charAt(at) + ":");
    }

    private static FilePath absolute(String uri, int from, String start) throws MalformedName {
        String path = Percent.decode(uri, from);
        try {
            return PlainName.absolute(start + path);
        } catch (MalformedName e) {
            throw e.at(place(uri, from, e.at() - start.length()));
        }
    }

    private static FilePath relative(String uri, int from) throws MalformedName {
        String path = Percent.decode(uri, from);
        if (path.isEmpty()) {
            throw new MalformedName(from, "names no file");
        }
        try {
            return PlainName.startsWithDrive(path) && uri.charAt(from + 1) == ':'
                    ? PlainName.absolute(path) // says what is wrong with it
                    : PlainName.relative(path);
        } catch (MalformedName e) {
            throw e.at(place(uri, from, e.at()));
        }
    }

    /** What stands before the encoded part is as long there as it is here. */
    private static int place(String uri, int from, int decoded) {
        return decoded < 0 ? from + decoded : Percent.index(uri, from, decoded);
    }
}
