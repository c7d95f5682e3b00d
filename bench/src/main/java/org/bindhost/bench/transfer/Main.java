package org.bindhost.bench.transfer;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Transfers of whole programs, beside their peers in the same run. */
public final class Main {

    private Main() {}

    private static Map<String, Workload> workloads() {
        var all = new LinkedHashMap<String, Workload>();
        all.put("T1", Transfers::oneBody);
        all.put("T2", Transfers::manySmall);
        all.put("T3", Patience::openSlow);
        all.put("T4", Patience::stoppedReader);
        all.put("T5", Patience::nobodyReads);
        all.put("T7", Transfers::mediation);
        all.put("T8", Patience::priorities);
        all.put("T10", Transfers::localFile);
        return all;
    }

    /**
     * Runs workloads and prints what they showed.
     *
     * @param arguments names of workloads, or none for all; {@code --quick}, {@code --rounds=N},
     *     {@code --jvm=OPTION} for the workers
     */
    public static void main(String... arguments) throws Exception {
        if (!Web.isThere()) {
            System.err.println("nginx is needed, and is not installed");
            System.exit(1);
        }
        var options = Options.of(arguments);
        try (var bench = new Bench(options)) {
            System.out.println(circumstances());
            for (var workload : workloads().entrySet()) {
                if (options.wants(workload.getKey())) {
                    for (Table table : workload.getValue().run(bench)) {
                        System.out.print(table);
                    }
                    System.out.println("\nload " + load());
                }
            }
        }
    }

    private static String circumstances() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS)
                + ", Java "
                + System.getProperty("java.vm.version")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors, "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + ", load "
                + load();
    }

    private static String load() {
        return Series.text(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
