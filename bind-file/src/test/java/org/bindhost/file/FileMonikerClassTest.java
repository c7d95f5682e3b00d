package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.MonikerClass;
import org.bindhost.testkit.WritableMonikerClassTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every class, and what this class says of itself. */
class FileMonikerClassTest extends WritableMonikerClassTests {

    @TempDir private Path root;

    @Override
    protected MonikerClass monikerClass() throws IOException {
        for (var entry : contents().entrySet()) {
            Files.write(Path.of(entry.getKey().replace("file://", "")), entry.getValue());
        }
        return new FileMonikerClass(Roots.of(root.toString()));
    }

    @Override
    protected Map<String, byte[]> contents() {
        return Map.of(
                "file://" + root + "/empty",
                new byte[0],
                root + "/a b.txt",
                "short".getBytes(UTF_8),
                root + "/large!.bin",
                "0123456789".repeat(2_000).getBytes(UTF_8));
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
        return List.of("http://host/a", "nobodys-scheme:a", "!item", "relative.txt", "file://h/a");
    }

    @Test
    void isOfThisMachineAndMayWait() {
        var files = new FileMonikerClass();

        assertThat(files.name()).isEqualTo("file");
        assertThat(files.isAsynchronous()).isFalse();
        assertThat(files.mayWait()).isTrue();
    }

    @Test
    void isFoundWithoutOsgi() {
        assertThat(ServiceLoader.load(MonikerClass.class))
                .hasExactlyElementsOfTypes(FileMonikerClass.class);
    }

    @Test
    void theLongestPrefixThatIsAFileIsTheName() throws Exception {
        var files = monikerClass();
        Files.writeString(root.resolve("a"), "");
        Files.writeString(root.resolve("a!b"), "");

        assertThat(length(files, root + "/a!b!c")).isEqualTo((root + "/a!b").length());
        assertThat(length(files, root + "/a!c")).isEqualTo((root + "/a").length());
        assertThat(length(files, "file:" + root + "/a!c"))
                .isEqualTo(("file:" + root + "/a").length());
        assertThat(length(files, root + "/none!c")).isEqualTo((root + "/none!c").length());
    }

    /** How a name is understood must not tell what exists where nobody may look. */
    @Test
    void aPrefixOutsideTheRootsIsNotLookedFor() throws Exception {
        var inner = Files.createDirectory(root.resolve("inner"));
        Files.writeString(root.resolve("a"), "");
        var files = new FileMonikerClass(Roots.of(inner.toString()));

        assertThat(length(files, root + "/a!c")).isEqualTo((root + "/a!c").length());
    }

    @Test
    void aPrefixOfARelativeNameIsLookedForWhereItLeads() throws Exception {
        var files = monikerClass();
        Files.writeString(root.resolve("a"), "");
        var left = new MonikerPart("file", root + "/doc", root + "/doc");

        assertThat(files.recognize("a!c", Optional.of(left)).found())
                .hasValueSatisfying(
                        found -> {
                            assertThat(found.length()).isEqualTo(1);
                            assertThat(found.part().key()).isEqualTo(root + "/a");
                            assertThat(found.part().text()).isEqualTo("a");
                        });
    }

    private static int length(MonikerClass files, String text) {
        return files.recognize(text, Optional.empty()).found().orElseThrow().length();
    }
}
