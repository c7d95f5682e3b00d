package org.bindhost.bench.transfer;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.bindhost.bench.transfer.client.Client.Form;

/** The workloads of slow bodies and slow readers: T3, T4, T5 and T8. */
final class Patience {

    private static final long ENDLESS = 1L << 40;
    private static final int SPARE_FILES = 1_000;
    private static final int DWELL_MILLIS = 3_000;

    private Patience() {}

    /** T3: many that hardly move. */
    static List<Table> openSlow(Bench bench) {
        long wanted = bench.options().size(10_000, 500);
        long count = Math.min(wanted, mostFiles() - SPARE_FILES);
        String words = " " + count + " " + bench.slowPort() + " " + DWELL_MILLIS;
        try (var all = new Comparison(bench)) {
            all.add("binder", "slow binder/" + count + words, "-Xmx2g");
            all.add("jetty", "slow jetty" + words);
            all.add("jdk", "slow jdk" + words);
            String title =
                    "T3 open slow bodies, "
                            + count
                            + " (this machine allows a process "
                            + mostFiles()
                            + " open files)";
            return List.of(
                    new Table(title, all.run())
                            .wantsAtMost("binder", "heap KB each", 16)
                            .wantsAtMost("binder", "threads more", 16)
                            .wantsAtMost("binder", "abort all s", 2));
        }
    }

    private static long mostFiles() {
        return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getMaxFileDescriptorCount();
    }

    /** T4: a reader that stops. */
    static List<Table> stoppedReader(Bench bench) {
        long millis = bench.options().size(5_000, 500);
        long length = bench.options().size(1L << 30, 1L << 26);
        String words = " " + millis + " " + bench.slowPort() + " " + length;
        try (var all = new Comparison(bench)) {
            for (Form form : List.of(Form.PULL, Form.STREAM)) {
                for (String who : List.of("binder", "jetty", "jdk")) {
                    all.add(who + " " + form, "stop " + who + " " + form + words);
                }
            }
            all.add("vfs STREAM", "stop vfs STREAM" + words);
            return List.of(
                    new Table("T4 reader stopped for " + millis + " ms", all.run())
                            .wantsAtMost("binder PULL", "in the JVM KiB", 256)
                            .wantsAtMost("binder STREAM", "in the JVM KiB", 256));
        }
    }

    /** T5: a push that nobody reads, in a heap that could not hold it. */
    static List<Table> nobodyReads(Bench bench) {
        long length = bench.options().size(2L << 30, 1L << 26);
        String url = "http://127.0.0.1:" + bench.slowPort() + "/flow/" + length;
        try (var all = new Comparison(bench)) {
            all.add("binder", "unread binder " + url + " " + length, "-Xmx16m");
            return List.of(
                    new Table("T5 nobody reads", all.run())
                            .wantsAtMost("binder", "heap peak MiB", 16)
                            .wantsAtLeast("binder", "MiB read", (double) (length >> 20)));
        }
    }

    /** T8: urgency and weights, where we are the bottleneck and where the link is. */
    static List<Table> priorities(Bench bench) {
        String own = "binder/20/20000000 " + bench.slowPort() + " flow/" + ENDLESS;
        String link = "binder/20 " + bench.slowPort() + " link/" + ENDLESS;
        try (var raised = new Comparison(bench);
                var weighed = new Comparison(bench)) {
            raised.add("own limit", "raise " + own + " 2000");
            raised.add("remote link", "raise " + link + " 2000");
            weighed.add("own limit", "weigh " + own + " 5000");
            weighed.add("remote link", "weigh " + link + " 5000");
            return List.of(
                    new Table("T8 one of 20 raised", raised.run())
                            .wantsAtLeast("own limit", "share %", 90)
                            .wantsAtLeast("remote link", "share %", 90),
                    new Table("T8 weights of 20", weighed.run())
                            .wantsAtMost("own limit", "worst off by %", 5)
                            .wantsAtMost("remote link", "worst off by %", 5));
        }
    }
}
