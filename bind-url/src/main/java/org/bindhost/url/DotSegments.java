package org.bindhost.url;

/**
 * Paths put together and freed of their dot segments: RFC 3986, 5.2.3 and 5.2.4. The JDK's own
 * class merges empty segments as well, and so would ask for something else.
 */
final class DotSegments {

    private DotSegments() {}

    /** Puts a relative path where the last segment of a base was. */
    static String merge(String basePath, String path) {
        return path.startsWith("/")
                ? path
                : basePath.substring(0, basePath.lastIndexOf('/') + 1) + path;
    }

    /** Removes {@code .} and {@code ..} from a path that begins with a slash. */
    static String remove(String path) {
        var out = new StringBuilder(path.length());
        int at = 0;
        while (at < path.length()) {
            int end = path.indexOf('/', at + 1);
            String segment = path.substring(at, end < 0 ? path.length() : end);
            boolean isLast = end < 0;
            if (segment.equals("/.") || segment.equals("/..")) {
                if (segment.equals("/..")) {
                    out.setLength(Math.max(0, out.lastIndexOf("/"))); // above the root is the root
                }
                if (isLast) {
                    out.append('/');
                }
            } else {
                out.append(segment);
            }
            at = isLast ? path.length() : end;
        }
        return out.length() == 0 ? "/" : out.toString();
    }
}
