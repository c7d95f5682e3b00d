package org.bindhost.bench.transfer.act;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bindhost.bench.transfer.Figures;
import org.bindhost.bench.transfer.client.BindClient;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;

/** Twenty transfers of four weights, and how far each is from its share (T8). */
final class Weighed implements Act {

    private static final int[] WEIGHTS = {8, 16, 32, 64};

    private final BindClient client;
    private final SlowSite site;
    private final String body;
    private final long lookMillis;

    Weighed(BindClient client, SlowSite site, String body, long lookMillis) {
        this.client = client;
        this.site = site;
        this.body = body;
        this.lookMillis = lookMillis;
    }

    private static int weight(int number) {
        return WEIGHTS[number % WEIGHTS.length];
    }

    @Override
    public Figures round() throws Exception {
        List<Priority> priorities =
                IntStream.range(0, Crowd.SIZE)
                        .mapToObj(i -> new Priority(PriorityClass.NORMAL, weight(i)))
                        .toList();
        try (var crowd = new Crowd(client, site, body, priorities)) {
            crowd.bring(lookMillis);
            long[] bytes = crowd.bring(lookMillis);
            return Figures.none()
                    .with("worst off by %", 100 * worst(bytes))
                    .with("heaviest by lightest", heaviestByLightest(bytes))
                    .with("MB/s", Arrays.stream(bytes).sum() / 1e3 / lookMillis);
        }
    }

    private static double worst(long[] bytes) {
        double perWeight =
                Arrays.stream(bytes).sum()
                        / (double) IntStream.range(0, Crowd.SIZE).map(Weighed::weight).sum();
        return IntStream.range(0, Crowd.SIZE)
                .mapToDouble(i -> Math.abs(bytes[i] / (perWeight * weight(i)) - 1))
                .max()
                .orElse(0);
    }

    private static double heaviestByLightest(long[] bytes) {
        return bytes[WEIGHTS.length - 1] / (double) Math.max(1, bytes[0]);
    }

    @Override
    public void close() {
        client.close();
    }
}
