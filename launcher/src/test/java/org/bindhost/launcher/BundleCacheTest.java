package org.bindhost.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BundleCacheTest {

    private static final int ROUNDS = 200;

    @TempDir Path directory;
    private Path jar;
    private Path place;

    @BeforeEach
    void makeJar() throws IOException {
        jar = directory.resolve("bindhost.jar");
        place = directory.resolve("cache");
        writeJar("content");
    }

    private void writeJar(String content) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String name : List.of("bundles/1-platform/a.jar", "bundles/2-ours/b.jar", "C")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static List<String> list(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> tree.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static long children(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void bundlesAreExtractedByGroupAndNothingElseIs() throws IOException {
        Path bundles = new BundleCache(jar, List.of(place)).directory();

        assertThat(list(bundles)).containsExactly("1-platform/a.jar", "2-ours/b.jar");
        assertThat(bundles.resolve("2-ours/b.jar")).hasContent("content");
    }

    @Test
    void theSameBundlesAreExtractedOnce() throws IOException {
        Path first = new BundleCache(jar, List.of(place)).directory();
        Files.writeString(first.resolve("mark"), "");

        Path second = new BundleCache(jar, List.of(place)).directory();

        assertThat(second.resolve("mark")).exists();
    }

    @Test
    void otherBundlesHaveAnotherDirectory() throws IOException {
        Path first = new BundleCache(jar, List.of(place)).directory();
        writeJar("changed");

        Path second = new BundleCache(jar, List.of(place)).directory();

        assertThat(second).isNotEqualTo(first);
        assertThat(second.resolve("2-ours/b.jar")).hasContent("changed");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsPassedOver() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        Path bundles = new BundleCache(jar, List.of(file.resolve("cache"), place)).directory();

        assertThat(bundles.getParent()).isEqualTo(place);
    }

    @Test
    void withoutAnyPlaceItFails() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> new BundleCache(jar, List.of(file.resolve("cache"))).directory())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no directory for the bundles");
    }

    @Test
    void processesThatStartAtOnceShareOneDirectory() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Path fresh = directory.resolve("round-" + round);
                Callable<Path> process =
                        () -> {
                            start.await();
                            return new BundleCache(jar, List.of(fresh)).directory();
                        };
                List<Path> found = new ArrayList<>();
                for (Future<Path> each : two.invokeAll(List.of(process, process))) {
                    found.add(each.get());
                }

                assertThat(found.get(0)).isEqualTo(found.get(1));
                assertThat(list(found.get(0))).hasSize(2);
                assertThat(children(fresh)).isEqualTo(1);
            }
        } finally {
            two.shutdown();
        }
    }
}
