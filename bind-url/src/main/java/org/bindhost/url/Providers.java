package org.bindhost.url;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.bind.CredentialsProvider;

/** Those who know credentials: the ones in the configuration first, then by rank. */
final class Providers {

    private final List<Ranked> present = new CopyOnWriteArrayList<>();
    private volatile Runnable onChange = () -> {};

    /** One of them; a smaller order comes first. */
    private record Ranked(CredentialsProvider provider, boolean configured, long order) {}

    /** Sets what is done when one comes or goes. */
    void onChange(Runnable action) {
        onChange = action;
    }

    /**
     * Adds one.
     *
     * @param configured whether it answers at once and without asking anybody
     */
    void add(CredentialsProvider provider, boolean configured, int ranking) {
        present.add(new Ranked(provider, configured, -(long) ranking));
        onChange.run();
    }

    void remove(CredentialsProvider provider) {
        present.removeIf(each -> each.provider == provider);
        onChange.run();
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
