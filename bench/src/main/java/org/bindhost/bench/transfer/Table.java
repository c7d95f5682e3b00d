package org.bindhost.bench.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was measured, a row for each candidate, and what was wanted of it; prints as Markdown. */
final class Table {

    private final String title;
    private final Map<String, Series> rows;
    private final Map<String, Map<String, Double>> ratios = new LinkedHashMap<>();
    private final List<String> verdicts = new ArrayList<>();

    Table(String title, Map<String, Series> rows) {
        this.title = title;
        this.rows = rows;
    }

    /** Adds a column of what a figure is beside that of another row. */
    Table beside(String reference, String figure) {
        if (rows.containsKey(reference)) {
            var column = new TreeMap<String, Double>();
            Series other = rows.get(reference);
            rows.forEach(
                    (label, series) -> {
                        if (series.names().contains(figure)) {
                            column.put(label, series.times(figure, other));
                        }
                    });
            ratios.put(figure + " × " + reference, column);
        }
        return this;
    }

    /** Wants a figure of a row to be at least so many times that of another. */
    Table wantsAtLeast(String row, String figure, double times, String reference) {
        return ratio(row, figure, times, reference, true);
    }

    /** Wants a figure of a row to be at most so many times that of another. */
    Table wantsAtMost(String row, String figure, double times, String reference) {
        return ratio(row, figure, times, reference, false);
    }

    private Table ratio(String row, String figure, double times, String other, boolean least) {
        if (rows.containsKey(row) && rows.containsKey(other)) {
            double is = rows.get(row).times(figure, rows.get(other));
            verdict(row + ", " + figure + " × " + other, is, times, least);
        }
        return this;
    }

    /** Wants a figure of a row to be so much at least. */
    Table wantsAtLeast(String row, String figure, double bound) {
        return plain(row, figure, bound, true);
    }

    /** Wants a figure of a row to be so much at most. */
    Table wantsAtMost(String row, String figure, double bound) {
        return plain(row, figure, bound, false);
    }

    private Table plain(String row, String figure, double bound, boolean least) {
        if (rows.containsKey(row)) {
            verdict(row + ", " + figure, rows.get(row).median(figure), bound, least);
        }
        return this;
    }

    private void verdict(String what, double is, double bound, boolean least) {
        boolean met = least ? is >= bound : is <= bound;
        verdicts.add(
                "* "
                        + (met ? "met" : "MISSED")
                        + ": "
                        + what
                        + " is "
                        + Series.text(is)
                        + ", wanted "
                        + (least ? "≥ " : "≤ ")
                        + Series.text(bound));
    }

    @Override
    public String toString() {
        var text = new StringBuilder("\n### " + title + "\n\n");
        Set<String> figures = new LinkedHashSet<>();
        rows.values().forEach(series -> figures.addAll(series.names()));
        var heading = new ArrayList<String>(List.of(""));
        heading.addAll(figures);
        heading.addAll(ratios.keySet());
        line(text, heading);
        text.append("|---|").append("--:|".repeat(heading.size() - 1)).append('\n');
        rows.forEach((label, series) -> line(text, cells(label, series, figures)));
        text.append('\n');
        verdicts.forEach(verdict -> text.append(verdict).append('\n'));
        return text.toString();
    }

    /** Says so where a candidate did not come to its end. */
    private String shortened(Series series) {
        int is = series.rounds().size();
        int most = rows.values().stream().mapToInt(row -> row.rounds().size()).max().orElse(is);
        return is < most ? " (" + is + " of " + most + " rounds)" : "";
    }

    private List<String> cells(String label, Series series, Set<String> figures) {
        var cells = new ArrayList<String>(List.of(label + shortened(series)));
        for (String figure : figures) {
            cells.add(series.names().contains(figure) ? series.text(figure) : "");
        }
        for (var column : ratios.values()) {
            cells.add(column.containsKey(label) ? Series.text(column.get(label)) : "");
        }
        return cells;
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
