package org.bindhost.url;

import java.util.ArrayList;
import java.util.List;

/**
 * Paths put together and freed of their dot segments: RFC 3986, 5.2.3 and 5.2.4. The JDK's own
 * class merges empty segments as well, and so would ask for something else.
 */
final class DotSegments {

    private static final String UP = "..";

    private DotSegments() {}

    /** Puts a relative path where the last segment of a base was. */
    static String merge(String basePath, String path) {
        return path.startsWith("/")
                ? path
                : basePath.substring(0, basePath.lastIndexOf('/') + 1) + path;
    }

    /**
     * Removes {@code .} and {@code ..} from a path; from a relative one as far as it is known what
     * they lead to.
     */
    static String remove(String path) {
        if (path.startsWith("/")) {
            return path.contains("/.") ? absolute(path) : path;
        }
        return path.isEmpty() ? path : relative(path);
    }

    private static String absolute(String path) {
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

    private static String relative(String path) {
        var left = new ArrayList<String>();
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean isDots = segments[i].equals(".") || segments[i].equals(UP);
            if (segments[i].equals(UP)) {
                goUp(left);
            }
            if (!isDots) {
                left.add(segments[i]);
            } else if (i == segments.length - 1) {
                left.add(""); // they name a directory
            }
        }
        return (needsDot(left) ? "./" : "") + String.join("/", left);
    }

    private static void goUp(List<String> left) {
        int last = left.size() - 1;
        if (last < 0 || left.get(last).equals(UP)) {
            left.add(UP);
        } else {
            left.remove(last);
        }
    }

    /** Whether the first segment would be read as no path, as a root or as a scheme. */
    private static boolean needsDot(List<String> segments) {
        return segments.get(0).isEmpty() || segments.get(0).indexOf(':') >= 0;
    }
}
