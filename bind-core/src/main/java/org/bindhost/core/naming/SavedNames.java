package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.ParsedName;

/**
 * Names in a form that needs no class to be read: {@code moniker:1:N} for N parts, and of each its
 * class, key and text, every field after a semicolon (B-25). A backslash goes before a semicolon or
 * a backslash of a field, and {@code \}{@code uXXXX} stands for what is not printable.
 */
final class SavedNames {

    private static final String FORM = "moniker:1:";
    private static final int FIELDS = 3;
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    /** Enough for every name that can be parsed or composed, each character written as six. */
    private static final int MAX_CHARS = NameText.MAX_PARTS * NameText.MAX_CHARS * 16;

    private SavedNames() {}

    static String save(Moniker moniker) {
        var out = new StringBuilder(FORM).append(moniker.parts().size());
        for (MonikerPart part : moniker.parts()) {
            field(out, part.monikerClass());
            field(out, part.key());
            field(out, part.text());
        }
        return out.toString();
    }

    static Moniker load(String saved) throws MonikerSyntaxException {
        if (!saved.startsWith(FORM)) {
            throw wrong(saved, 0, "does not begin with " + FORM);
        }
        if (saved.length() > MAX_CHARS) {
            throw wrong(saved, FORM.length(), "is longer than " + MAX_CHARS + " characters");
        }
        List<String> fields = fields(saved);
        int count = (fields.size() - 1) / FIELDS;
        boolean isWhole = fields.size() == 1 + count * FIELDS;
        if (!isWhole || count < 1 || !fields.get(0).equals(Integer.toString(count))) {
            throw wrong(saved, FORM.length(), "does not have as many fields as it says");
        }
        if (count > NameText.MAX_PARTS) {
            throw wrong(saved, FORM.length(), "has more than " + NameText.MAX_PARTS + " parts");
        }
        return new Moniker(parts(saved, fields, count));
    }

    private static List<MonikerPart> parts(String saved, List<String> fields, int count)
            throws MonikerSyntaxException {
        var parts = new ArrayList<MonikerPart>(count);
        for (int at = 1; at < fields.size(); at += FIELDS) {
            if (fields.get(at).isEmpty() || fields.get(at + 1).isEmpty()) {
                throw wrong(saved, FORM.length(), "has a part without class or key");
            }
            parts.add(new MonikerPart(fields.get(at), fields.get(at + 1), fields.get(at + 2)));
        }
        return parts;
    }

    private static void field(StringBuilder out, String field) {
        out.append(';');
        for (int at = 0; at < field.length(); at++) {
            char c = field.charAt(at);
            if (c == ';' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                out.append(c);
            }
        }
    }

    private static List<String> fields(String saved) throws MonikerSyntaxException {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        int at = FORM.length();
        while (at < saved.length()) {
            char c = saved.charAt(at);
            if (c == ';') {
                fields.add(field.toString());
                field.setLength(0);
                at++;
            } else if (c == '\\') {
                at += unescape(saved, at, field);
            } else {
                field.append(c);
                at++;
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static int unescape(String saved, int at, StringBuilder field)
            throws MonikerSyntaxException {
        char kind = at + 1 < saved.length() ? saved.charAt(at + 1) : ' ';
        if (kind == ';' || kind == '\\') {
            field.append(kind);
            return 2;
        }
        int end = at + 2 + HEX_DIGITS;
        boolean isCode =
                kind == 'u'
                        && end <= saved.length()
                        && saved.substring(at + 2, end)
                                .chars()
                                .allMatch(c -> c < 0x80 && Character.digit(c, HEX) >= 0);
        if (!isCode) {
            throw wrong(saved, at, "has a backslash that means nothing");
        }
        field.append((char) Integer.parseInt(saved, at + 2, end, HEX));
        return 2 + HEX_DIGITS;
    }

    private static MonikerSyntaxException wrong(String saved, int at, String problem) {
        String why = "\"" + NameText.shown(saved) + "\" is no saved name: it " + problem;
        return new MonikerSyntaxException(
                new ParsedName(saved, List.of(), at, Optional.of(why), List.of()));
    }
}
