package org.bindhost.shell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.DelimitedName;

/** Finds the file name under which what a name denotes is kept; it never leads anywhere else. */
final class TargetName {

    private static final String FALLBACK = "index";

    /** File systems allow 255 bytes; this leaves room for {@code .part}. */
    private static final int MAX_BYTES = 240;

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:");
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern UP_TO_LAST_SEPARATOR =
            Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    private TargetName() {}

    static String of(Moniker moniker) {
        String text = moniker.last().text().replace("!!", "!");
        String segment = moniker.isComposite() ? ofItem(text) : ofHead(text);
        String safe = shorten(Shown.fileName(segment));
        return safe.isBlank() || safe.equals(".") || safe.equals("..") ? FALLBACK : safe;
    }

    private static String ofItem(String text) {
        boolean isDelimited = !text.isEmpty() && text.charAt(0) == DelimitedName.DELIMITER;
        return lastSegment(isDelimited ? text.substring(1) : text);
    }

    private static String ofHead(String text) {
        return SCHEME.matcher(text).find() ? ofUrl(text) : lastSegment(text);
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
        int most = Math.min(name.length(), MAX_BYTES); // a char is a byte at least
        boolean splits = most < name.length() && Character.isLowSurrogate(name.charAt(most));
        String shorter = name.substring(0, splits ? most - 1 : most);
        while (shorter.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }
}
