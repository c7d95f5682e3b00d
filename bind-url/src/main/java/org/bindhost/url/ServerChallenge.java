package org.bindhost.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which a server lets itself be told who asks: RFC 9110, 11.6.1.
 *
 * @param scheme in lower case
 * @param parameters by names in lower case
 */
record ServerChallenge(String scheme, Map<String, String> parameters) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String END = "(?=[ \t]*+(?:,|$))";
    private static final Pattern GAP = Pattern.compile("[ \t,]*+");
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "("
                            + TOKEN
                            + ")[ \t]*+=[ \t]*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|("
                            + TOKEN
                            + "))"
                            + END);
    private static final Pattern SCHEME =
            Pattern.compile("(" + TOKEN + ")(?=[ \t,]|$)(?: ++[0-9A-Za-z._~+/-]++=*+" + END + ")?");

    /** Those that can be answered, the one that gives least away first. */
    private static final List<String> ANSWERED = List.of("digest", "bearer", "basic");

    /** Reads what a server says, as far as it makes sense; best first. */
    static List<ServerChallenge> all(List<String> fields) {
        var found = new ArrayList<ServerChallenge>();
        fields.forEach(field -> read(field, found));
        found.removeIf(challenge -> !ANSWERED.contains(challenge.scheme));
        found.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
        return found;
    }

    /** What may be told to who has not said how it wants to be told. */
    static List<ServerChallenge> unasked() {
        return List.of(
                new ServerChallenge("bearer", Map.of()), new ServerChallenge("basic", Map.of()));
    }

    private int rank() {
        int weak = scheme.equals("digest") && !algorithm().equals("SHA-256") ? 1 : 0;
        return 2 * ANSWERED.indexOf(scheme) + weak;
    }

    private static void read(String field, List<ServerChallenge> found) {
        Matcher parameter = PARAMETER.matcher(field);
        Matcher scheme = SCHEME.matcher(field);
        Optional<ServerChallenge> last = Optional.empty();
        int at = skip(field, 0);
        while (at < field.length()) {
            if (last.isPresent() && parameter.region(at, field.length()).lookingAt()) {
                last.get().add(parameter);
                at = skip(field, parameter.end());
            } else if (scheme.region(at, field.length()).lookingAt()) {
                String name = scheme.group(1).toLowerCase(Locale.ROOT);
                last = Optional.of(new ServerChallenge(name, new TreeMap<>()));
                found.add(last.get());
                at = skip(field, scheme.end());
            } else {
                return; // from here on it makes no sense
            }
        }
    }

    private static int skip(String field, int from) {
        Matcher gap = GAP.matcher(field).region(from, field.length());
        return gap.lookingAt() ? gap.end() : from;
    }

    private void add(Matcher parameter) {
        String quoted = parameter.group(2);
        String value = quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1");
        parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
    }

    String realm() {
        return parameters.getOrDefault("realm", "");
    }

    String algorithm() {
        return parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    }
}
