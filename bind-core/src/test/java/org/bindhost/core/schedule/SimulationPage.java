package org.bindhost.core.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bindhost.core.Sharing;

/** The page {@code docs/simulations.md}: what is simulated, and what comes of it. */
final class SimulationPage {

    private static final String HEAD =
            """
            # Simulations of the scheduler

            What the scheduler makes of traffic, counted in megabytes that had come by the time in the first column. The clock
            is simulated, and so are link and servers: an hour takes a moment, and comes out the same each time. The figures
            are made by `Scenarios` in the tests of `bind-core`, and `SimulationsTest` compares this page with them. After a
            change of the scheduler it writes the new page to `bind-core/target/simulations.md`, to be read and then copied
            here.

            Servers are fast and 10 ms away unless something else is said; 64 transfers may move at once, 16 from one origin,
            and lower classes share one byte in 20 of a more urgent one that moves. Transfers are pushes without end unless
            something else is said. A transfer's socket holds what comes in a tenth of a second, 64 KiB at least, whether or
            not the transfer is granted anything.
            """;

    private final Map<String, SimTable> tables = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder(HEAD);

    SimulationPage() {
        shares();
        places();
    }

    private void shares() {
        add(
                "flipped",
                "Five controls on a slow link",
                "250 kB/s, 100 ms away, one origin, no rate set. The first is urgent (U), the last in"
                        + " the background (B); after two minutes they change places.",
                Scenarios.flipped(new Link(250 * Scenarios.KB, Duration.ofMillis(100)), 0));
        add(
                "flippedRate",
                "The same under a rate",
                "1 MB/s are set on a link of 10 MB/s, 20 ms away.",
                Scenarios.flipped(
                        new Link(10 * Scenarios.MB, Duration.ofMillis(20)), Scenarios.MB));
        add(
                "slowUrgent",
                "A slow urgent one",
                "10 MB/s. The server of the urgent one sends it 5 kB/s. Only those of its own"
                        + " origin make way.",
                Scenarios.slowUrgent());
        add(
                "weights",
                "Weights under a rate",
                "500 kB/s are set; four transfers of one class with the weights 8, 16, 32 and 64.",
                Scenarios.weights());
        add(
                "documents",
                "Documents with rates under a rate for all",
                "1 MB/s are set for all. 12 transfers of document a, 3 of b, 3 of c.",
                Scenarios.documents());
        add(
                "suspended",
                "Suspending a document, a transfer, everything",
                "1 MB/s. Three transfers of document a, and one of none.",
                Scenarios.suspended());
        starving();
    }

    private void starving() {
        add(
                "starving",
                "Nothing starves",
                "1 MB/s, no rate set. Four urgent ones, four normal ones, four in the background,"
                        + " of one origin.",
                Scenarios.starving(0, Sharing.DEFAULT_LOWER_SHARE));
        add(
                "starvingRate",
                "Nothing starves under a rate",
                "The same with 500 kB/s set.",
                Scenarios.starving(500 * Scenarios.KB, Sharing.DEFAULT_LOWER_SHARE));
        add(
                "strict",
                "Unless it is configured to",
                "The same with no share for less urgent classes.",
                Scenarios.starving(500 * Scenarios.KB, 0));
    }

    private void places() {
        add(
                "thousand",
                "A thousand in the background and one urgent",
                "10 MB/s. A hundred origins with ten bodies of 10 MB each; after two minutes an"
                        + " urgent one of 500 MB comes. Without a rate it has what the link gives one"
                        + " of 64.",
                Scenarios.thousandAndOne(0));
        add(
                "thousandRate",
                "The same under a rate",
                "8 MB/s are set.",
                Scenarios.thousandAndOne(8 * Scenarios.MB));
        add(
                "dead",
                "A dead origin among good ones",
                "1 MB/s. 50 transfers from an origin that never answers are first in the queue,"
                        + " before 20 bodies of 5 MB from each of four others.",
                Scenarios.deadOrigin());
        add(
                "cap",
                "The number of transfers changed while they move",
                "1 MB/s, 120 bodies of 2 MB from ten origins. Whoever is open goes on to its end.",
                Scenarios.capChanged());
        add(
                "window",
                "Bodies over one connection with a finite window",
                "10 MB/s. 40 pulls of 8 MB, read at 500 kB/s each, over one connection: 4 MiB may be"
                        + " sent in all that nobody has taken, 256 KiB of one body.",
                Scenarios.sharedWindow(40, 0, 500 * Scenarios.KB));
        add(
                "windowLeft",
                "Some of them left unread",
                "The same, and the first 12 are not read any more after their first 128 KiB.",
                Scenarios.sharedWindow(40, 12, 500 * Scenarios.KB));
    }

    private void add(String key, String title, String words, SimTable table) {
        tables.put(key, table);
        text.append("\n## ").append(title).append("\n\n").append(words).append("\n\n");
        text.append(table.markdown());
    }

    SimTable table(String key) {
        return tables.get(key);
    }

    String text() {
        return text.toString();
    }
}
