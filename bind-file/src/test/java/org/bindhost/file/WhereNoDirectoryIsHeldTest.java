package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.ItemContainer;
import org.bindhost.spi.MonikerClass;
import org.bindhost.testkit.PlainRequest;
import org.bindhost.testkit.WritableMonikerClassTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract once more, as on systems that cannot hold a directory, and an hour later, when what
 * was written is long settled and validators are strong.
 */
class WhereNoDirectoryIsHeldTest extends WritableMonikerClassTests {

    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

    @TempDir private Path root;

    @Override
    protected MonikerClass monikerClass() throws IOException {
        for (var entry : contents().entrySet()) {
            Files.write(Path.of(entry.getKey()), entry.getValue());
        }
        var real = Roots.of(root.toRealPath().toString());
        return new FileMonikerClass(real, Platform.CURRENT, Directories.NAMED, LATER);
    }

    @Override
    protected Map<String, byte[]> contents() {
        return Map.of(
                root + "/short.txt", "short".getBytes(UTF_8),
                root + "/large.bin", "0123456789".repeat(2_000).getBytes(UTF_8));
    }

    @Override
    protected String missing() {
        return root + "/missing.txt";
    }

    @Override
    protected String writable() {
        return root + "/new.txt";
    }

    @Override
    protected List<String> everything() throws IOException {
        try (var files = Files.list(root)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Override
    protected List<String> foreign() {
        return List.of("http://host/a");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatIsLongSettledHasAStrongValidator() throws Exception {
        var file = (FileMonikerClass) monikerClass();
        var name = file.recognize(root + "/short.txt", Optional.empty()).found().orElseThrow();
        var content = file.open(new PlainRequest(name.part())).toCompletableFuture().get();

        var found = (org.bindhost.spi.Content.Blocking) content;
        found.channel().close();
        assertThat(found.info().validator())
                .hasValueSatisfying(v -> assertThat(v.strong()).isTrue());
    }

    @Test
    void aDirectoryListsItsItems() throws Exception {
        var files = (FileMonikerClass) monikerClass();
        var name = files.recognize(root.toString(), Optional.empty()).found().orElseThrow();
        var request = new PlainRequest(name.part());

        assertThat(
                        files.bindToObject(request, ItemContainer.class)
                                .thenCompose(ItemContainer::items))
                .succeedsWithin(10, TimeUnit.SECONDS)
                .isEqualTo(List.of("large.bin", "short.txt"));
    }
}
