package org.bindhost.bench.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.bench.transfer.client.Client.Form;

/** The workloads of fast bodies: T1, T2, T7 and T10. */
final class Transfers {

    private static final String RATE = "MB/s";
    private static final String CPU = "CPU s/GiB";
    private static final String ALLOCATION = "alloc MiB";
    private static final String REQUESTS = "requests/s";
    private static final int IN_FLIGHT = 64;

    private Transfers() {}

    private static Path bigFile(Bench bench) throws IOException {
        return bench.file("big.bin", bench.options().size(1L << 30, 1L << 26));
    }

    private static String big(Bench bench) throws IOException {
        return bench.web().urls(bigFile(bench)).get(0);
    }

    /** T1: one large body, in every form, beside those who have that form. */
    static List<Table> oneBody(Bench bench) throws IOException {
        var tables = new ArrayList<Table>();
        for (Form form : Form.values()) {
            String words = " " + form + " " + big(bench);
            try (var all = new Comparison(bench)) {
                all.add("binder", "read binder" + words).add("jetty", "read jetty" + words);
                all.add("jdk", "read jdk" + words);
                if (form == Form.STREAM || form == Form.PATH) {
                    all.add("vfs", "read vfs" + words).add("curl", "read curl" + words);
                } else {
                    all.add("curl", "read curl " + Form.STREAM + " " + big(bench));
                }
                if (form == Form.PUSH) {
                    all.add("apache", "read apache" + words);
                }
                tables.add(judged("T1 one body, " + form, all));
            }
        }
        return tables;
    }

    private static Table judged(String title, Comparison all) {
        return new Table(title, all.run())
                .beside("jetty", RATE)
                .beside("curl", RATE)
                .beside("jetty", CPU)
                .wantsAtLeast("binder", RATE, 0.95, "jetty")
                .wantsAtMost("binder", CPU, 1.15, "jetty")
                .wantsAtMost("binder", ALLOCATION, 32);
    }

    /** T2: many small bodies, so many at once. */
    static List<Table> manySmall(Bench bench) throws IOException {
        String words = many(bench);
        try (var all = new Comparison(bench)) {
            all.add("bindhost", "many bindhost/" + IN_FLIGHT + words);
            all.add("binder", "many binder/" + IN_FLIGHT + words);
            for (String peer : List.of("jetty", "vfs", "jdk", "apache")) {
                all.add(peer, "many " + peer + words);
            }
            return List.of(
                    new Table("T2 many small bodies, 64 in flight", all.run())
                            .beside("jetty", REQUESTS)
                            .beside("jetty", "CPU us each")
                            .wantsAtLeast("bindhost", REQUESTS, 0.85, "jetty")
                            .wantsAtLeast("bindhost", REQUESTS, 1.0, "vfs")
                            .wantsAtLeast("bindhost", REQUESTS, 3.0, "jdk")
                            .wantsAtMost("bindhost", "alloc B each", 2.0, "jetty")
                            .wantsAtMost("bindhost", "p99 ms", 1.5, "jetty"));
        }
    }

    private static String many(Bench bench) throws IOException {
        Path file = bench.file("small.bin", 10 * 1024);
        long count = bench.options().size(10_000, 1_000);
        return " " + count + " " + IN_FLIGHT + " " + String.join(" ", bench.web().urls(file));
    }

    /** T7: the same in one process, with a bind host between and without. */
    static List<Table> mediation(Bench bench) throws IOException {
        var tables = new ArrayList<Table>();
        for (Form form : List.of(Form.STREAM, Form.PULL)) {
            String words = " " + form + " " + big(bench);
            tables.add(
                    pair(bench, "T7 one body, " + form, "read ", "", words)
                            .wantsAtLeast("bindhost", RATE, 0.97, "binder")
                            .wantsAtMost("bindhost", CPU, 1.03, "binder"));
        }
        tables.add(
                pair(bench, "T7 many small bodies", "many ", "/" + IN_FLIGHT, many(bench))
                        .wantsAtLeast("bindhost", REQUESTS, 0.9, "binder")
                        .wantsAtMost("bindhost", "CPU us each", 1.1, "binder"));
        return tables;
    }

    private static Table pair(
            Bench bench, String title, String act, String settings, String words) {
        Child both = bench.worker();
        try (var all = new Comparison(bench)) {
            for (String who : List.of("binder", "bindhost")) {
                all.add(who, act + who + settings + words, both);
            }
            return new Table(title, all.run());
        }
    }

    /** T10: a file of this machine. */
    static List<Table> localFile(Bench bench) throws IOException {
        Path file = bigFile(bench);
        try (var reads = new Comparison(bench);
                var paths = new Comparison(bench)) {
            for (Form form : List.of(Form.PULL, Form.PUSH, Form.STREAM)) {
                reads.add("binder " + form, "read binder " + form + " " + file);
            }
            reads.add("raw 64 KiB heap", "read raw " + Form.STREAM + " " + file);
            reads.add("raw 1 MiB direct", "read raw " + Form.PULL + " " + file);
            paths.add("binder", "itself binder " + file);
            return List.of(
                    new Table("T10 local file", reads.run())
                            .beside("raw 64 KiB heap", RATE)
                            .beside("raw 1 MiB direct", RATE)
                            .beside("raw 64 KiB heap", CPU)
                            .wantsAtLeast("binder PULL", RATE, 0.8, "raw 64 KiB heap"),
                    new Table("T10 local file to a path", paths.run())
                            .wantsAtLeast("binder", "same file", 1));
        }
    }
}
