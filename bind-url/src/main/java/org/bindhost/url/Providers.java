package org.bindhost.url;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.bind.CredentialsProvider;

/** Those who know credentials: the ones in the configuration first, then by rank. */
final class Providers {

    private final List<Ranked> present = new CopyOnWriteArrayList<>();
    private final List<Runnable> onChange = new CopyOnWriteArrayList<>();

    /** One of them; a smaller order comes first. */
    private record Ranked(CredentialsProvider provider, boolean configured, long order) {}

    /**
     * Adds to what is done when one comes or goes.
     *
     * @return what ends that; to be called any number of times
     */
    Runnable onChange(Runnable action) {
        onChange.add(action);
        return () -> onChange.remove(action);
    }

    /** How many want to hear of changes. */
    int listeners() {
        return onChange.size();
    }

    /**
     * Adds one.
     *
     * @param configured whether it answers at once and without asking anybody
     */
    void add(CredentialsProvider provider, boolean configured, int ranking) {
        present.add(new Ranked(provider, configured, -(long) ranking));
        onChange.forEach(Runnable::run);
    }

    void remove(CredentialsProvider provider) {
        present.removeIf(each -> each.provider == provider);
        onChange.forEach(Runnable::run);
    }

    List<CredentialsProvider> all() {
        return present.stream()
                .sorted(
                        Comparator.comparing((Ranked each) -> !each.configured)
                                .thenComparing(Ranked::order))
                .map(Ranked::provider)
                .toList();
    }

    /** Those whose credentials are for whoever asks, and may be offered unasked. */
    List<CredentialsProvider> configured() {
        return present.stream().filter(Ranked::configured).map(Ranked::provider).toList();
    }
}
