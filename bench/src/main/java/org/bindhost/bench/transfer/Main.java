package org.bindhost.bench.transfer;

import java.io.IOException;
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
        var options = Options.of(arguments);
        var bench = new Bench(options);
        // Also where the run is broken off: another process does not end by itself.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(bench), "close"));
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

    private static void close(Bench bench) {
        try {
            bench.close();
        } catch (IOException e) {
            System.err.println("something is left behind: " + e.getMessage());
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
                + ", served by "
                + (Nginx.isThere() ? "nginx" : "a server of the bench")
                + ", load "
                + load();
    }

    private static String load() {
        return Series.text(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
