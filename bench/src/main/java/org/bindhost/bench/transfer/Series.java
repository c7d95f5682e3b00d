package org.bindhost.bench.transfer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The counted rounds of one candidate.
 *
 * @param rounds what each showed, all the same figures
 */
record Series(List<Figures> rounds) {

    private static final int DIGITS = 3;

    Set<String> names() {
        return rounds.get(0).values().keySet();
    }

    double median(String name) {
        return median(sorted(name));
    }

    /**
     * How many times that of another a figure is: the median of the rounds, each beside the round
     * of the other that was played right before or after it, and so met the same machine.
     */
    double times(String name, Series other) {
        int both = Math.min(rounds.size(), other.rounds.size());
        return median(
                IntStream.range(0, both)
                        .mapToDouble(
                                i ->
                                        rounds.get(i).values().get(name)
                                                / other.rounds.get(i).values().get(name))
                        .sorted()
                        .toArray());
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] sorted(String name) {
        return rounds.stream().mapToDouble(round -> round.values().get(name)).sorted().toArray();
    }

    /** The median, with the least and the most if they differ from it. */
    String text(String name) {
        double[] sorted = sorted(name);
        String median = text(median(name));
        String least = text(sorted[0]);
        String most = text(sorted[sorted.length - 1]);
        return least.equals(most) ? median : median + " (" + least + "-" + most + ")";
    }

    static String text(double value) {
        int before = (int) Math.floor(Math.log10(Math.max(1e-9, Math.abs(value)))) + 1;
        int decimals = Math.min(DIGITS, Math.max(0, DIGITS - Math.max(1, before)));
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
