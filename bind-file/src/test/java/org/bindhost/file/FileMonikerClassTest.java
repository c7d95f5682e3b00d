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
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.Joined;
import org.bindhost.spi.JoiningMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.testkit.PlainRequest;
import org.bindhost.testkit.WritableMonikerClassTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every class, and what this class says of itself. */
class FileMonikerClassTest extends WritableMonikerClassTests {

    @TempDir private Path root;

    @Override
    protected MonikerClass monikerClass() throws IOException {
        for (var entry : contents().entrySet()) {
            Files.write(Path.of(entry.getKey().replace("file://", "")), entry.getValue());
        }
        return new FileMonikerClass(Roots.of(root.toString()), Platform.CURRENT);
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
        return List.of("http://host/a", "nobodys-scheme:a", "!item", "relative.txt", "file:///a%");
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
    void theLongestPrefixThatIsThereIsTheName() throws Exception {
        var files = monikerClass();
        Files.createDirectory(root.resolve("dir!x"));
        Files.writeString(root.resolve("a"), "");
        Files.writeString(root.resolve("a!b"), "");

        assertThat(length(files, root + "/a!b!c")).isEqualTo((root + "/a!b").length());
        assertThat(length(files, root + "/a!c")).isEqualTo((root + "/a").length());
        assertThat(length(files, root + "/dir!x/")).isEqualTo((root + "/dir!x/").length());
        assertThat(length(files, "file:" + root + "/a!b!c"))
                .isEqualTo(("file:" + root + "/a!b").length());
        assertThat(length(files, root + "/none!c!d")).isEqualTo((root + "/none").length());
    }

    /** How a name is understood must not tell what exists where nobody may look. */
    @Test
    void aPrefixOutsideTheRootsIsNotLookedFor() throws Exception {
        var inner = Files.createDirectory(root.resolve("inner"));
        Files.writeString(root.resolve("a!b"), "");
        Files.createSymbolicLink(inner.resolve("l!k"), root.resolve("a!b"));
        var files = new FileMonikerClass(Roots.of(inner.toString()), Platform.CURRENT);

        assertThat(length(files, root + "/a!b!c")).isEqualTo((root + "/a").length());
        assertThat(length(files, inner + "/l!k!c")).isEqualTo((inner + "/l").length());
    }

    @Test
    void aPrefixOfARelativeNameIsLookedForWhereItLeads() throws Exception {
        var files = monikerClass();
        Files.writeString(root.resolve("a!b"), "");
        var base = new MonikerPart("file", root + "/doc", root + "/doc");

        assertThat(files.recognize("a!b!c", Optional.of(base)).found())
                .hasValueSatisfying(
                        found -> {
                            assertThat(found.length()).isEqualTo(3);
                            assertThat(found.part().key()).isEqualTo(root + "/a!b");
                            assertThat(found.part().text()).isEqualTo(root + "/a!!b");
                        });
    }

    @Test
    void aRelativeNameAndOneOfAnotherSystemFailWhenTheyAreOpened() throws Exception {
        var files = monikerClass();

        assertThat(reason(files, "file:a b.txt")).isEqualTo(Reason.SYNTAX);
        assertThat(reason(files, "file://server/share/a")).isEqualTo(Reason.UNSUPPORTED);
        assertThat(reason(files, OS.WINDOWS.isCurrentOs() ? "/a" : "C:\\a"))
                .isEqualTo(Reason.UNSUPPORTED);
    }

    /** Where case is ignored, a file is made and found under the name that was written. */
    @Test
    void theCaseOfANameIsKeptForTheDisk() throws Exception {
        var ignoring = new Platform(Platform.CURRENT.isWindows(), true);
        var files = new FileMonikerClass(Roots.of(root.toString()), ignoring);
        var part = part(files, root + "/New.txt");

        files.create(new PlainRequest(part)).toCompletableFuture().get().commit();

        assertThat(everything()).contains(root + "/New.txt");
        assertThat(part).isEqualTo(part(files, root + "/NEW.TXT"));
    }

    @Test
    void aFileHasAnAntiMonikerForItsInverse() throws Exception {
        var files = (InvertibleMonikerClass) monikerClass();

        assertThat(files.inverse(part((MonikerClass) files, root + "/a"))).isEmpty();
    }

    @Test
    void filesAreJoined() throws Exception {
        var files = (JoiningMonikerClass) monikerClass();
        var art = part((MonikerClass) files, "/docs/art");
        var backup = part((MonikerClass) files, "/docs/backup/f");
        var way = part((MonikerClass) files, "file:../backup/f");

        assertThat(files.join(art, way)).isEqualTo(new Joined.One(backup));
        assertThat(files.relativePath(art, backup)).contains(way);
        assertThat(files.commonPrefix(art, backup)).contains(part((MonikerClass) files, "/docs"));
    }

    private static Reason reason(MonikerClass files, String name) {
        return files.open(new PlainRequest(part(files, name)))
                .handle((content, failure) -> ((BindException) failure).reason())
                .toCompletableFuture()
                .join();
    }

    private static MonikerPart part(MonikerClass files, String text) {
        return files.recognize(text, Optional.empty()).found().orElseThrow().part();
    }

    private static int length(MonikerClass files, String text) {
        return files.recognize(text, Optional.empty()).found().orElseThrow().length();
    }
}
