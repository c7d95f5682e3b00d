package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.testkit.PlainRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names cannot leave the roots. */
class RootsTest {

    private static final EnumSet<Reason> LEADS_NOWHERE =
            EnumSet.of(Reason.DENIED_BY_POLICY, Reason.NOT_FOUND, Reason.SYNTAX);

    @TempDir private Path around;
    private Disk disk;

    @BeforeEach
    void lay() throws Exception {
        disk = new Disk(around);
        Files.writeString(around.resolve("secret"), "secret");
        Files.createDirectory(disk.root.resolve("dir"));
        Files.createSymbolicLink(disk.root.resolve("link"), around.resolve("secret"));
        Files.createSymbolicLink(disk.root.resolve("relative"), Path.of("../secret"));
        Files.createSymbolicLink(disk.root.resolve("twice"), Path.of("link"));
        Files.createSymbolicLink(disk.root.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(disk.root.resolve("dir/up"), Path.of("../up"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s/../secret",
                "%s/dir/../../secret",
                "file://%s/%%2e%%2e/secret",
                "file://%s/..%%2Fsecret",
                "file://%s/dir%%2F..%%2F..%%2Fsecret",
                "%s/link",
                "%s/relative",
                "%s/twice",
                "%s/up/secret",
                "%s/dir/up/secret",
                "%s/up/not there",
                "%s/up/not/there",
                "%s/..",
                "%s/../root2",
                "/etc/passwd",
                "/",
            })
    void aNameThatLeadsOutIsDenied(String name) {
        assertDenied(name.formatted(disk.root));
    }

    /** Refused as no name, taken for a name inside, or denied: never a way out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file://%s/%%c0%%ae%%c0%%ae/secret", // overlong
                "file://%s/%%e0%%80%%ae%%e0%%80%%ae/secret",
                "file://%s/%%c0%%af..%%c0%%af/secret",
                "file://%s/%%u002e%%u002e/secret",
                "file://%s/%%252e%%252e/secret", // twice
                "file://%s/..%%00/secret",
                "%s/..\u0000/secret",
                "%s/..\\secret",
                "file://%s/..%%5csecret",
                "%s/\uff0e\uff0e/secret", // full width
                "%s/.\u0323./secret", // what composition might take away
                "%s/../ROOT/../secret",
                "%s/.../secret",
                "%s/dir/up/../secret",
                "file:%s/link?x",
                "file://localhost%s/../secret",
            })
    void anOddNameDoesNotLeadOut(String name) {
        var found = disk.files.recognize(name.formatted(disk.root), Optional.empty()).found();
        if (found.isPresent()) {
            assertThatExceptionOfType(BindException.class)
                    .isThrownBy(() -> disk.open(new PlainRequest(found.get().part())))
                    .returns(true, e -> LEADS_NOWHERE.contains(e.reason()));
        }
    }

    @Test
    void aLoopOfLinksLeadsNowhere() throws Exception {
        Files.createSymbolicLink(disk.root.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(disk.root.resolve("ping"), Path.of("pong"));
        Files.createSymbolicLink(disk.root.resolve("pong"), Path.of("ping"));

        for (var name : new String[] {"/loop", "/ping", "/loop/a"}) {
            assertReason(Reason.NOT_FOUND, () -> disk.open(disk.root + name));
            assertReason(Reason.NOT_FOUND, () -> disk.create(disk.root + name));
        }
    }

    /** A letter with its accent in one character and in two are two names, where disks say so. */
    @Test
    void composedAndDecomposedLettersAreTheFilesThatTheDiskHas() throws Exception {
        disk.write("\u00e9", "one");
        boolean same = Files.exists(disk.root.resolve("e\u0301"));

        assertThat(Disk.read(disk.open(disk.root + "/\u00e9"))).isEqualTo("one");
        assertThat(Disk.opens(disk.files, disk.request(disk.root + "/e\u0301"))).isEqualTo(same);
    }

    @Test
    void aSiblingWhoseNameBeginsTheSameIsOutside() throws Exception {
        Files.createDirectory(around.resolve("rooted"));

        assertDenied(around + "/rooted/a");
    }

    @Test
    void theMessageNamesTheFileAndTheRoots() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> disk.open(around + "/secret"))
                .withMessage(around + "/secret lies outside the roots [" + disk.root + "]");
    }

    @Test
    void aForgedKeyIsDenied() {
        var forged = new MonikerPart("file", disk.root + "/dir/../../secret", "dir/x");

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> disk.open(new PlainRequest(forged)))
                .returns(Reason.DENIED_BY_POLICY, BindException::reason);
    }

    @Test
    void aLinkThatStaysInsideIsFollowed() throws Exception {
        disk.write("dir/a", "inside");
        Files.createSymbolicLink(disk.root.resolve("within"), Path.of("dir/a"));

        assertThat(Disk.read(disk.open(disk.root + "/within"))).isEqualTo("inside");
    }

    @Test
    void aRootMayBeALink() throws Exception {
        disk.write("a", "content");
        var link = Files.createSymbolicLink(around.resolve("linked"), disk.root);
        var files = new FileMonikerClass(Roots.of(link.toString()), Platform.CURRENT);
        var request = disk.request(link + "/a");

        assertThat(Disk.opens(files, request)).isTrue();
        assertThat(Disk.opens(files, disk.request(disk.root + "/a"))).isTrue();
        assertThat(Disk.opens(files, disk.request(link + "/up/secret"))).isFalse();
    }

    @Test
    void aRootMayBeMadeLater() throws Exception {
        var later = around.resolve("later");
        var files = new FileMonikerClass(Roots.of(later.toString()), Platform.CURRENT);
        Files.writeString(Files.createDirectory(later).resolve("a"), "");

        assertThat(Disk.opens(files, disk.request(later + "/a"))).isTrue();
    }

    @Test
    void aLinkToNothingIsNotFoundAndNotWrittenThrough() throws Exception {
        Files.createSymbolicLink(disk.root.resolve("dangling"), around.resolve("new"));

        for (var name : new String[] {"/dangling", "/dangling/below"}) {
            assertReason(Reason.NOT_FOUND, () -> disk.open(disk.root + name));
            assertReason(Reason.NOT_FOUND, () -> disk.create(disk.root + name));
        }
        assertThat(around.resolve("new")).doesNotExist();
    }

    @Test
    void withoutRootsTheWorkingDirectoryIsTheOne() throws Exception {
        var files = new FileMonikerClass();
        var here = disk.request(Path.of("pom.xml").toAbsolutePath());

        assertThat(Disk.opens(files, here)).isTrue();
        assertThat(Roots.of("", " ").admit(Path.of("pom.xml").toAbsolutePath()).real()).exists();
        assertThat(Disk.opens(files, disk.request(around + "/secret"))).isFalse();
    }

    @Test
    void aChangeOfTheRootsTakesEffectAtOnceAndLeavesWhatIsOpen() throws Exception {
        var file = disk.write("a", "content");
        var open = disk.open(file);

        disk.files.configure(new Configured(around + "/elsewhere"));

        assertReason(Reason.DENIED_BY_POLICY, () -> disk.open(file));
        assertThat(Disk.read(open)).isEqualTo("content");
    }

    private void assertDenied(String name) {
        assertReason(Reason.DENIED_BY_POLICY, () -> disk.open(name));
        assertReason(Reason.DENIED_BY_POLICY, () -> disk.create(name));
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(call)
                .returns(reason, BindException::reason);
    }

    @SuppressWarnings("ClassExplicitlyAnnotation") // as the component runtime does
    private record Configured(String root) implements FileMonikerClass.Config {
        @Override
        public String[] roots() {
            return new String[] {root};
        }

        @Override
        public Class<FileMonikerClass.Config> annotationType() {
            return FileMonikerClass.Config.class;
        }
    }
}
