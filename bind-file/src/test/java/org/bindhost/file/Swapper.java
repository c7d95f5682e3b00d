package org.bindhost.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Swaps what is inside a root for a link that leads out of it and back, until it is closed. */
final class Swapper implements AutoCloseable {

    /** Long enough for either to be seen at each step of an open, short enough to fall between. */
    private static final int MOST_NANOS = 150_000;

    private final Path inner;
    private final Path outer;
    private final Path away;
    private final Random random = new Random(7);
    private final CompletableFuture<Void> swapping;
    private volatile boolean going = true;

    Swapper(Path inner, Path outer, Path away) {
        this.inner = inner;
        this.outer = outer;
        this.away = away;
        this.swapping = CompletableFuture.runAsync(this::swap);
    }

    private void swap() {
        try {
            while (going) {
                Files.move(inner, away);
                Files.createSymbolicLink(inner, outer);
                spin();
                Files.delete(inner);
                Files.move(away, inner);
                spin();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void spin() {
        long until = System.nanoTime() + random.nextInt(MOST_NANOS);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /** Leaves what was inside there. */
    @Override
    public void close() {
        going = false;
        swapping.join();
    }
}
