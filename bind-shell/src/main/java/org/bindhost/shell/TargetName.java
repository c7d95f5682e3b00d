package org.bindhost.shell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Finds the file name under which what a name denotes is kept; it never leads anywhere else. */
final class TargetName {

    private static final String FALLBACK = "index";

    /** File systems allow 255 bytes; this leaves room for {@code .part}. */
    private static final int MAX_BYTES = 240;

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:");
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern UP_TO_LAST_SEPARATOR =
            Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

    private TargetName() {}

    static String of(String displayName) {
        String segment =
                SCHEME.matcher(displayName).find() ? ofUrl(displayName) : lastSegment(displayName);
        String safe = shorten(UNPRINTABLE.matcher(segment).replaceAll("_"));
        return safe.isBlank() || safe.equals(".") || safe.equals("..") ? FALLBACK : safe;
    }

    /** Decoding may bring a separator to light, so that the last segment is looked for again. */
    private static String ofUrl(String url) {
        String path = QUERY_OR_FRAGMENT.matcher(url).replaceFirst("");
        String afterScheme = SCHEME.matcher(path).replaceFirst("");
        String afterHost = afterScheme.replaceFirst("^//[^/]*", "");
        return lastSegment(decode(lastSegment(afterHost)));
    }

    private static String lastSegment(String text) {
        return UP_TO_LAST_SEPARATOR.matcher(text).replaceFirst("");
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that introduces nothing stands for itself.
            return segment;
        }
    }

    private static String shorten(String name) {
        String shorter = name;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }
}
