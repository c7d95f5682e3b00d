package org.bindhost.shell;

import java.util.Locale;

/** Writes amounts for people. */
final class Amounts {

    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};
    private static final int UNIT = 1024;

    private Amounts() {}

    static String ofBytes(long bytes) {
        if (bytes < UNIT) {
            return bytes + " B";
        }
        double amount = bytes;
        int unit = -1;
        while (amount >= UNIT && unit < UNITS.length - 1) {
            amount /= UNIT;
            unit++;
        }
        return String.format(
                Locale.ROOT, amount < 100 ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
    }
}
