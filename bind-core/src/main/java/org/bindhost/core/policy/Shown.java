package org.bindhost.core.policy;

import java.util.regex.Pattern;
import org.bindhost.spi.VisibleText;

/**
 * Names as they may stand in messages and logs: without what may be a secret, and without what
 * would make one line look like two.
 */
public final class Shown {

    private static final int MOST = 500;

    /** What stands between {@code //} and {@code @}, where a server's name begins. */
    private static final Pattern USER = Pattern.compile("(?<=//)[^/?#\\s]*@");

    /** What is asked of a resource; keys and signatures stand there. */
    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);

    private Shown() {}

    /** A message in which names may stand: without credentials, in one line. */
    public static String message(String message) {
        return line(USER.matcher(message).replaceAll(""));
    }

    /** A name without credentials, without its query, in one line and not without end. */
    public static String name(String name) {
        String bare = name.indexOf('@') < 0 ? name : USER.matcher(name).replaceAll("");
        boolean asks = bare.indexOf('?') >= 0 || bare.indexOf('#') >= 0;
        bare = asks ? QUERY.matcher(bare).replaceFirst("?...") : bare;
        return line(bare.length() > MOST ? bare.substring(0, MOST) + "..." : bare);
    }

    /** A text in one line. */
    public static String line(String text) {
        if (VisibleText.isVisible(text)) {
            return text;
        }
        var shown = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (VisibleText.isInvisible(text, at)) {
                shown.append("\\u%04x".formatted((int) text.charAt(at)));
            } else {
                shown.append(text.charAt(at));
            }
        }
        return shown.toString();
    }
}
