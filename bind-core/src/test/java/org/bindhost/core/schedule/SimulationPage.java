package org.bindhost.core.schedule;

import java.util.LinkedHashMap;
import java.util.Map;

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

            Servers are fast and 10 ms away unless something else is said; 16 transfers may move at once, 6 from one origin,
            and a class gets one byte in 32 while a more urgent one moves. A transfer's socket holds what comes in a tenth of
            a second, 64 KiB at least, whether or not the transfer is granted anything.
            """;

    private final Map<String, SimTable> tables = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder(HEAD);

    SimulationPage() {
        add(
                "flipped",
                "Five controls on a slow link",
                "250 kB/s, 100 ms away, no rate set. The first is urgent (U), the last in the"
                        + " background (B); after two minutes they change places.",
                Scenarios.flipped());
        add(
                "thousand",
                "A thousand in the background and one urgent",
                "10 MB/s. A hundred origins with ten bodies of 10 MB each; after three minutes an"
                        + " urgent one of 1,500 MB comes.",
                Scenarios.thousandAndOne());
        add(
                "dead",
                "A dead origin among good ones",
                "1 MB/s. 50 transfers from an origin that never answers are first in the queue,"
                        + " before 20 bodies of 5 MB from each of four others.",
                Scenarios.deadOrigin());
        add(
                "cap",
                "The number of transfers changed while they move",
                "1 MB/s, 40 transfers from ten origins.",
                Scenarios.capChanged());
        add(
                "weightsRate",
                "Weights under a rate",
                "500 kB/s are set; four transfers of one class with the weights 8, 16, 32 and 64.",
                Scenarios.weights(Scenarios.limits(16, 500 * Scenarios.KB)));
        add(
                "weightsPlaces",
                "Weights without a rate",
                "The same on a link of 1 MB/s where one may move at a time: places are handed"
                        + " round.",
                Scenarios.weights(Scenarios.limits(1, 0)));
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
        add(
                "starving",
                "Nothing starves",
                "1 MB/s, no rate set, 4 may move at once. Eight urgent ones without end, 20 normal"
                        + " ones, 20 in the background.",
                Scenarios.starving(0, 32));
        add(
                "starvingRate",
                "Nothing starves under a rate",
                "The same with 500 kB/s set.",
                Scenarios.starving(500 * Scenarios.KB, 32));
        add(
                "strict",
                "Unless it is configured to",
                "The same with no share for less urgent classes.",
                Scenarios.starving(500 * Scenarios.KB, 0));
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
