package org.bindhost.bench.transfer.act;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bindhost.bench.transfer.Figures;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;

/** Twenty transfers of four weights, and how far each is from its share (T8). */
final class Weighed implements Act {

    private static final int[] WEIGHTS = {8, 16, 32, 64};

    private final Crowd.Watch watch;

    Weighed(Crowd.Watch watch) {
        this.watch = watch;
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
        try (var crowd = watch.gather(priorities)) {
            crowd.bring(watch.millis());
            long[] bytes = crowd.bring(watch.millis());
            return Figures.none()
                    .with("worst off by %", 100 * worst(bytes))
                    .with("heaviest by lightest", heaviestByLightest(bytes))
                    .with("MB/s", Arrays.stream(bytes).sum() / 1e3 / watch.millis());
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
        watch.client().close();
    }
}
