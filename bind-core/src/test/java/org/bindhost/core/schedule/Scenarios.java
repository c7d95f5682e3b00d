package org.bindhost.core.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.bindhost.core.Sharing;

/** The situations that are simulated. */
final class Scenarios {

    static final long KB = 1_000;
    static final long MB = 1_000_000;

    private static final Duration TEN_MS = Duration.ofMillis(10);

    private Scenarios() {}

    static Limits limits(int transfers, long bytesPerSecond) {
        return new Limits(transfers, bytesPerSecond, Sharing.DEFAULT);
    }

    static List<SimTransfer> all(
            Simulation simulation, int number, SimServer server, SimSpec spec) {
        List<SimTransfer> all = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            all.add(simulation.begin(server, spec.named(spec.name() + i)));
        }
        return all;
    }

    /** Five controls of one origin; halfway the first and the last change their priorities. */
    static SimTable flipped(Link link, long bytesPerSecond) {
        var simulation = new Simulation(link, limits(64, bytesPerSecond));
        var server = SimServer.fast("a");
        var controls = new ArrayList<SimTransfer>();
        for (Priority priority :
                List.of(
                        Priority.URGENT,
                        Priority.NORMAL,
                        Priority.NORMAL,
                        Priority.NORMAL,
                        Priority.BACKGROUND)) {
            String name = priority.priorityClass().name().charAt(0) + "" + (controls.size() + 1);
            controls.add(simulation.begin(server, SimSpec.endless(name, priority)));
        }
        var table = new SimTable().bytes(controls);
        table.run(simulation, 4, Duration.ofSeconds(30), "");
        controls.get(4).ticket.priority(Priority.URGENT);
        controls.get(0).ticket.priority(Priority.BACKGROUND);
        table.run(simulation, 1, Duration.ofMillis(200), "U1 background, B5 urgent from here");
        table.run(simulation, 4, Duration.ofSeconds(30), "");
        return table;
    }

    /** A thousand in the background from a hundred origins, and one urgent. */
    static SimTable thousandAndOne(long bytesPerSecond) {
        var simulation = new Simulation(new Link(10 * MB, TEN_MS), limits(64, bytesPerSecond));
        var many = new ArrayList<SimTransfer>();
        for (int i = 0; i < 100; i++) {
            var spec = SimSpec.endless("b", Priority.BACKGROUND).sized(10 * MB);
            many.addAll(all(simulation, 10, SimServer.fast("o" + i), spec));
        }
        var urgent = new ArrayList<SimTransfer>();
        var table =
                new SimTable()
                        .bytes("urgent", urgent)
                        .bytes("background", many)
                        .count("complete", () -> many.stream().filter(t -> t.isOver()).count());
        table.run(simulation, 2, Duration.ofMinutes(1), "");
        var spec = SimSpec.endless("urgent", Priority.URGENT).sized(500 * MB);
        urgent.add(simulation.begin(SimServer.fast("o1"), spec));
        table.run(simulation, 2, Duration.ofMinutes(1), "the urgent one has come, 500 MB");
        table.run(simulation, 4, Duration.ofMinutes(5), "");
        return table;
    }

    /** One origin that never answers, asked first and most, among four that do. */
    static SimTable deadOrigin() {
        var simulation = new Simulation(new Link(MB, TEN_MS), limits(64, 0));
        var dead =
                all(
                        simulation,
                        50,
                        SimServer.dead("dead"),
                        SimSpec.endless("d", Priority.NORMAL).sized(MB));
        var table = new SimTable().bytes("dead", dead);
        for (int i = 1; i <= 4; i++) {
            var spec = SimSpec.endless("g", Priority.NORMAL).sized(5 * MB);
            table.bytes("good " + i, all(simulation, 20, SimServer.fast("good" + i), spec));
        }
        table.count("moving", simulation::moving);
        table.run(simulation, 5, Duration.ofSeconds(80), "");
        return table;
    }

    /** How many may move at once, lowered and raised while they do. */
    static SimTable capChanged() {
        var simulation = new Simulation(new Link(MB, TEN_MS), limits(8, 0));
        var all = new ArrayList<SimTransfer>();
        for (int i = 0; i < 10; i++) {
            var spec = SimSpec.endless("t", Priority.NORMAL).sized(2 * MB);
            all.addAll(all(simulation, 12, SimServer.fast("o" + i), spec));
        }
        var table =
                new SimTable()
                        .bytes("all", all)
                        .count("places", () -> all.stream().filter(t -> t.ticket.placed).count());
        table.run(simulation, 3, Duration.ofSeconds(20), "8 may move");
        simulation.scheduler.limits(limits(2, 0));
        table.run(simulation, 3, Duration.ofSeconds(20), "2 may move");
        simulation.scheduler.limits(limits(32, 0));
        table.run(simulation, 3, Duration.ofSeconds(20), "32 may move");
        return table;
    }

    /** Weights within a class under a rate. */
    static SimTable weights() {
        var simulation = new Simulation(new Link(MB, TEN_MS), limits(64, 500 * KB));
        var all = new ArrayList<SimTransfer>();
        for (int weight : List.of(8, 16, 32, 64)) {
            var spec = SimSpec.endless("w" + weight, new Priority(PriorityClass.NORMAL, weight));
            all.add(simulation.begin(SimServer.fast("a"), spec));
        }
        var table = new SimTable().bytes(all);
        table.run(simulation, 4, Duration.ofMinutes(10), "");
        return table;
    }

    /** Documents with rates of their own under a rate for all. */
    static SimTable documents() {
        var simulation = new Simulation(new Link(10 * MB, TEN_MS), limits(64, MB));
        simulation.scheduler.documentRate("a", 200 * KB);
        simulation.scheduler.documentRate("b", 100 * KB);
        var spec = SimSpec.endless("t", Priority.NORMAL);
        var server = SimServer.fast("o");
        var second = SimServer.fast("p");
        var table =
                new SimTable()
                        .bytes("a (200 kB/s)", all(simulation, 12, server, spec.of("a")))
                        .bytes("b (100 kB/s)", all(simulation, 3, second, spec.of("b")))
                        .bytes("c (no limit)", all(simulation, 3, second, spec.of("c")));
        table.run(simulation, 4, Duration.ofMinutes(1), "1 MB/s in all");
        simulation.scheduler.documentRate("a", 0);
        table.run(simulation, 2, Duration.ofMinutes(1), "a without a limit of its own");
        return table;
    }

    /** A document suspended and resumed; one of its transfers was suspended by itself. */
    static SimTable suspended() {
        var simulation = new Simulation(new Link(MB, TEN_MS), limits(64, 0));
        var spec = SimSpec.endless("a", Priority.NORMAL);
        var document = all(simulation, 3, SimServer.fast("o"), spec.of("a"));
        var other = simulation.begin(SimServer.fast("o"), SimSpec.endless("b", Priority.NORMAL));
        var table = new SimTable().bytes(document).bytes("b", List.of(other));
        table.run(simulation, 2, Duration.ofSeconds(30), "");
        document.get(0).ticket.suspend();
        simulation.scheduler.suspend("a");
        table.run(simulation, 2, Duration.ofSeconds(30), "a1 and document a suspended");
        document.get(0).ticket.resume();
        document.get(1).ticket.suspend();
        table.run(simulation, 2, Duration.ofSeconds(30), "a1 resumed, a2 suspended, a still held");
        simulation.scheduler.resume("a");
        table.run(simulation, 2, Duration.ofSeconds(30), "document a resumed");
        document.get(1).ticket.resume();
        table.run(simulation, 2, Duration.ofSeconds(30), "a2 resumed");
        simulation.scheduler.suspendAll();
        table.run(simulation, 2, Duration.ofSeconds(30), "everything suspended");
        simulation.scheduler.resumeAll();
        table.run(simulation, 2, Duration.ofSeconds(30), "everything resumed");
        return table;
    }

    /** Urgent ones without end, and others of the same origin. */
    static SimTable starving(long bytesPerSecond, int lowerShare) {
        var sharing = new Sharing(Sharing.DEFAULT_TRANSFERS_PER_ORIGIN, 0, lowerShare);
        var simulation =
                new Simulation(new Link(MB, TEN_MS), new Limits(64, bytesPerSecond, sharing));
        var server = SimServer.fast("a");
        var urgent = all(simulation, 4, server, SimSpec.endless("u", Priority.URGENT));
        var normal = all(simulation, 4, server, SimSpec.endless("n", Priority.NORMAL));
        var back = all(simulation, 4, server, SimSpec.endless("b", Priority.BACKGROUND));
        var table =
                new SimTable()
                        .bytes("urgent", urgent)
                        .bytes("normal", normal)
                        .bytes("background", back)
                        .count("of 8 that moved", () -> moved(normal) + moved(back));
        table.run(simulation, 4, Duration.ofMinutes(10), "");
        return table;
    }

    /** An urgent one whose server is slow, beside normal ones of its origin and of another. */
    static SimTable slowUrgent() {
        var simulation = new Simulation(new Link(10 * MB, TEN_MS), limits(64, 0));
        var slow = SimServer.fast("a").sending(5 * KB);
        var urgent = simulation.begin(slow, SimSpec.endless("urgent", Priority.URGENT));
        var spec = SimSpec.endless("n", Priority.NORMAL);
        var table =
                new SimTable()
                        .bytes("urgent", List.of(urgent))
                        .bytes("4 of its origin", all(simulation, 4, SimServer.fast("a"), spec))
                        .bytes("4 of another", all(simulation, 4, SimServer.fast("b"), spec));
        table.run(simulation, 2, Duration.ofSeconds(30), "");
        urgent.ticket.suspend();
        table.run(simulation, 2, Duration.ofSeconds(30), "the urgent one is suspended");
        return table;
    }

    /** Bodies over one connection with a finite window; some are left unread for good. */
    static SimTable sharedWindow(int number, int stopped, long readBytesPerSecond) {
        var simulation = new Simulation(new Link(10 * MB, TEN_MS), limits(64, 0));
        var connection = new SimConnection(4 << 20, 256 << 10);
        var server = SimServer.fast("a").over(connection);
        var spec = SimSpec.endless("t", Priority.NORMAL).sized(8 * MB);
        var left = all(simulation, stopped, server, spec.pulled(SimSpec.STOPS));
        var read = all(simulation, number - stopped, server, spec.pulled(readBytesPerSecond));
        var table =
                new SimTable()
                        .bytes("left", left)
                        .bytes("read", read)
                        .count("open", () -> open(left) + open(read))
                        .count("complete", () -> read.stream().filter(SimTransfer::isOver).count());
        table.run(simulation, 5, Duration.ofSeconds(20), "");
        return table;
    }

    private static long open(List<SimTransfer> transfers) {
        return transfers.stream().filter(SimTransfer::isOpen).count();
    }

    private static long moved(List<SimTransfer> transfers) {
        return transfers.stream().filter(transfer -> transfer.moved() > 0).count();
    }
}
