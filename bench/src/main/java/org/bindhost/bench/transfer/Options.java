package org.bindhost.bench.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * What to run, and how much of it.
 *
 * @param names workloads, or none for all
 * @param quick small, to see that it works
 * @param rounds how many count
 * @param jvm options of the workers, such as those of a flight recording
 */
record Options(List<String> names, boolean quick, int rounds, List<String> jvm) {

    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 2;

    static Options of(String... arguments) {
        var names = new ArrayList<String>();
        var jvm = new ArrayList<String>();
        boolean quick = false;
        int rounds = 0;
        for (String argument : arguments) {
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.startsWith("--rounds=")) {
                rounds = Integer.parseInt(argument.substring("--rounds=".length()));
            } else if (argument.startsWith("--jvm=")) {
                jvm.add(argument.substring("--jvm=".length()));
            } else {
                names.add(argument);
            }
        }
        int usual = quick ? QUICK_ROUNDS : ROUNDS;
        return new Options(names, quick, rounds > 0 ? rounds : usual, jvm);
    }

    boolean wants(String name) {
        return names.isEmpty() || names.contains(name);
    }

    /** How often each candidate runs before it counts. */
    int warmUps() {
        return quick ? 1 : 2;
    }

    /** One of two sizes. */
    long size(long whole, long quickly) {
        return quick ? quickly : whole;
    }
}
