package org.bindhost.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressBarsTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final ProgressBars bars =
            new ProgressBars(new PrintStream(screen, true, StandardCharsets.UTF_8), 80);

    private static Gauge half(String name) {
        return new Gauge(name, 1_048_576, OptionalLong.of(2_097_152), 1000);
    }

    private List<String> lines() {
        return screen.toString(StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[\\d*[A-Z]", "")
                .lines()
                .toList();
    }

    @Test
    void aLineTellsNameShareBytesAndRate() {
        bars.paint(List.of(half("http://h/a")));

        assertThat(lines())
                .containsExactly(
                        "http://h/a           [##########----------]  50%    1.0 MiB    1.0 MiB/s");
    }

    @Test
    void longNamesKeepTheirEnd() {
        bars.paint(List.of(half("http://h/" + "d/".repeat(40) + "end.txt")));

        assertThat(lines().get(0)).startsWith("...d/d/d/d/d/end.txt").hasSizeLessThan(80);
    }

    @Test
    void manyTransfersDoNotFillTheScreen() {
        bars.paint(IntStream.range(0, 25).mapToObj(i -> half("n" + i)).toList());

        assertThat(lines()).hasSize(11).last().isEqualTo("... and 15 more");
    }

    @Test
    void aSecondPaintingGoesOverTheFirst() {
        bars.paint(List.of(half("a"), half("b")));
        screen.reset();

        bars.paint(List.of(half("a")));

        assertThat(screen.toString(StandardCharsets.UTF_8)).startsWith("\u001b[2F");
    }
}
