package org.bindhost.bench.transfer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a round has shown: figures by what they are and their unit, in the order to tell them.
 *
 * @param values the figures
 */
public record Figures(Map<String, Double> values) {

    private static final String BETWEEN = "\t";

    /** Copies them in their order. */
    public Figures {
        values = new LinkedHashMap<>(values);
    }

    /** Starts without any. */
    public static Figures none() {
        return new Figures(Map.of());
    }

    /** Returns these and one more. */
    public Figures with(String what, double value) {
        var more = new Figures(values);
        more.values.put(what, value);
        return more;
    }

    /** Writes them on one line. */
    public String line() {
        var line = new StringBuilder();
        values.forEach(
                (what, value) -> line.append(BETWEEN).append(what).append('=').append(value));
        return line.toString().strip();
    }

    /** Reads such a line. */
    public static Figures parse(String line) {
        var figures = none();
        for (String word : line.split(BETWEEN, -1)) {
            int equals = word.lastIndexOf('=');
            double value = Double.parseDouble(word.substring(equals + 1));
            figures = figures.with(word.substring(0, equals), value);
        }
        return figures;
    }
}
