package org.bindhost.shell;

import java.io.PrintStream;
import java.util.List;

/** Paints a line for each transfer at the foot of a terminal, over the lines painted before. */
final class ProgressBars {

    private static final int MOST_LINES = 10;
    private static final int BAR = 20;
    private static final int FIGURES = 40;
    private static final String ERASE_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";

    private final PrintStream terminal;
    private final int columns;
    private int painted;

    ProgressBars(PrintStream terminal, int columns) {
        this.terminal = terminal;
        this.columns = Math.max(columns, BAR + FIGURES + 10);
    }

    /** Replaces what was painted before. */
    void paint(List<Gauge> gauges) {
        StringBuilder screen = new StringBuilder(toTop());
        gauges.stream().limit(MOST_LINES).forEach(g -> append(screen, line(g)));
        if (gauges.size() > MOST_LINES) {
            append(screen, "... and " + (gauges.size() - MOST_LINES) + " more");
        }
        write(screen.append(ERASE_BELOW));
        painted = Math.min(gauges.size(), MOST_LINES + 1);
    }

    /** Removes what was painted, so that lasting lines can be written. */
    void clear() {
        if (painted > 0) {
            write(new StringBuilder(toTop()).append(ERASE_BELOW));
            painted = 0;
        }
    }

    private String toTop() {
        return painted == 0 ? "" : "\u001b[" + painted + "F";
    }

    private void write(StringBuilder screen) {
        terminal.print(screen);
        terminal.flush();
    }

    private static void append(StringBuilder screen, String line) {
        screen.append(line).append(ERASE_LINE).append('\n');
    }

    private String line(Gauge gauge) {
        int room = columns - BAR - FIGURES;
        return String.format(
                "%-" + room + "s [%s] %4s %10s %10s/s",
                shorten(Shown.text(Shown.withoutPassword(gauge.name())), room),
                bar(gauge),
                gauge.percent().isPresent() ? gauge.percent().getAsLong() + "%" : "",
                Amounts.ofBytes(gauge.bytes()),
                Amounts.ofBytes(gauge.rate()));
    }

    private static String bar(Gauge gauge) {
        int full = (int) (gauge.percent().orElse(0) * BAR / 100);
        return "#".repeat(full) + "-".repeat(BAR - full);
    }

    /** The end of a name tells more than its beginning. */
    private static String shorten(String name, int room) {
        return name.length() <= room ? name : "..." + name.substring(name.length() - room + 3);
    }
}
