package org.bindhost.bench.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Candidates that are compared in one run: a process each, and a round of each in turn, so that
 * what else the machine does meets all of them.
 */
final class Comparison implements AutoCloseable {

    private record Candidate(Child child, String act, List<Figures> rounds) {}

    private final Bench bench;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final List<Child> children = new ArrayList<>();

    Comparison(Bench bench) {
        this.bench = bench;
    }

    /** Adds a candidate with a process of its own. */
    Comparison add(String label, String act, String... jvm) {
        return add(label, act, bench.worker(jvm));
    }

    /** Adds a candidate that shares the process of another. */
    Comparison add(String label, String act, Child child) {
        if (!children.contains(child)) {
            children.add(child);
        }
        candidates.put(label, new Candidate(child, act, new ArrayList<>()));
        return this;
    }

    /** Plays all rounds; a candidate that fails is left out of those to come. */
    Map<String, Series> run() {
        var failed = new ArrayList<String>();
        int warmUps = bench.options().warmUps();
        for (int round = 0; round < warmUps + bench.options().rounds(); round++) {
            for (var entry : candidates.entrySet()) {
                if (!failed.contains(entry.getKey())) {
                    var figures = round(entry.getKey(), entry.getValue());
                    if (figures.isEmpty()) {
                        failed.add(entry.getKey());
                        leave(entry.getValue().child());
                    } else if (round >= warmUps) {
                        entry.getValue().rounds().add(figures.get());
                    }
                }
            }
        }
        return results();
    }

    /** What it still has open is not to hinder the others; those who share it may go on. */
    private void leave(Child child) {
        boolean isShared =
                candidates.values().stream().filter(other -> other.child().equals(child)).count()
                        > 1;
        if (!isShared) {
            child.close();
        }
    }

    private static Optional<Figures> round(String label, Candidate candidate) {
        try {
            return Optional.of(candidate.child().round(candidate.act()));
        } catch (IOException e) {
            System.err.println(label + " is left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, Series> results() {
        var results = new LinkedHashMap<String, Series>();
        candidates.forEach(
                (label, candidate) -> {
                    if (!candidate.rounds().isEmpty()) {
                        results.put(label, new Series(candidate.rounds()));
                    }
                });
        return results;
    }

    @Override
    public void close() {
        children.forEach(Child::close);
    }
}
