package org.bindhost.core.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** What was counted in a simulation, one row for each moment; written as a table of Markdown. */
final class SimTable {

    private final Map<String, LongSupplier> columns = new LinkedHashMap<>();
    private final List<List<Long>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Duration time = Duration.ZERO;

    /** Adds a column of megabytes, of one transfer or of several together. */
    SimTable bytes(String title, List<SimTransfer> of) {
        columns.put(title, () -> of.stream().mapToLong(SimTransfer::moved).sum());
        return this;
    }

    SimTable bytes(List<SimTransfer> each) {
        each.forEach(transfer -> bytes(transfer.name, List.of(transfer)));
        return this;
    }

    SimTable count(String title, LongSupplier of) {
        columns.put("#" + title, of);
        return this;
    }

    /** Lets time pass in equal steps, and writes a row after each. */
    void run(Simulation simulation, int steps, Duration each, String note) {
        for (int i = 0; i < steps; i++) {
            simulation.run(each);
            time = time.plus(each);
            row(i == 0 ? note : "");
        }
    }

    private void row(String note) {
        List<Long> row = new ArrayList<>();
        row.add(time.toMillis());
        columns.values().forEach(column -> row.add(column.getAsLong()));
        rows.add(row);
        notes.add(note);
    }

    /** What a column showed in the row of a number, the first being 0. */
    long at(int row, String title) {
        int column = List.copyOf(columns.keySet()).indexOf(title);
        return rows.get(row).get(column + 1);
    }

    /** How much came in a column between two rows. */
    long between(int from, int to, String title) {
        return at(to, title) - at(from, title);
    }

    String markdown() {
        var text = new StringBuilder("| s |");
        columns.keySet().forEach(title -> text.append(' ').append(plain(title)).append(" |"));
        text.append(" |\n|--:|").append("--:|".repeat(columns.size())).append("---|\n");
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(seconds(rows.get(i).get(0))).append(" |");
            int column = 1;
            for (String title : columns.keySet()) {
                long value = rows.get(i).get(column++);
                text.append(' ').append(title.startsWith("#") ? value : megabytes(value));
                text.append(" |");
            }
            text.append(' ').append(notes.get(i)).append(" |\n");
        }
        return text.toString();
    }

    private static String plain(String title) {
        return title.startsWith("#") ? title.substring(1) : title;
    }

    private static String seconds(long millis) {
        return millis % 1_000 == 0
                ? Long.toString(millis / 1_000)
                : String.format(Locale.ROOT, "%.1f", millis / 1e3);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / 1e6);
    }
}
