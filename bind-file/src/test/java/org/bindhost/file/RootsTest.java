package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
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
