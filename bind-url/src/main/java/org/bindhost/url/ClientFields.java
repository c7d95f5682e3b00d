package org.bindhost.url;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/**
 * The fields of a request that are a client's to set. Those that frame a message, choose its part
 * or its connection are not: another message could be made of it that way. No value is shown to
 * anybody, since many are secrets.
 */
final class ClientFields {

    private static final int MOST = 64;
    private static final int MOST_CHARACTERS = 16 * 1024;

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\t -~]*");

    private static final Set<String> OURS =
            Set.of(
                    "accept-encoding",
                    "connection",
                    "content-encoding",
                    "content-length",
                    "expect",
                    "host",
                    "http2-settings",
                    "if-range",
                    "keep-alive",
                    "range",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "via");

    private ClientFields() {}

    /** Adds fields to others, by names in lower case. */
    static Map<String, String> sum(
            String asked, Map<String, String> former, Map<String, String> added)
            throws BindException {
        var all = new TreeMap<>(former);
        int length = 0;
        try {
            for (var field : added.entrySet()) {
                String name = field.getKey().toLowerCase(Locale.ROOT);
                String value = field.getValue(); // once: the next time it may be another
                check(asked, name, value);
                all.put(name, value);
            }
        } catch (NullPointerException e) { // in a client's map
            throw refused(asked, "is null");
        }
        for (var field : all.entrySet()) {
            length += field.getKey().length() + field.getValue().length();
        }
        if (all.size() > MOST || length > MOST_CHARACTERS) {
            throw refused(asked, "is one too many, or too long");
        }
        return all;
    }

    private static void check(String asked, String name, String value) throws BindException {
        if (!NAME.matcher(name).matches()) {
            throw refused(asked, "has a name with characters that none may have");
        }
        if (OURS.contains(name) || name.startsWith("proxy-")) {
            throw refused(asked, "is " + name + ", which is not the client's to set");
        }
        if (!VALUE.matcher(value).matches()) {
            throw refused(
                    asked, "has a value, that of " + name + ", with characters that none may have");
        }
    }

    private static BindException refused(String asked, String what) {
        return new BindException(
                Reason.CALLBACK_FAILED, asked + ": a field that the client adds " + what);
    }
}
