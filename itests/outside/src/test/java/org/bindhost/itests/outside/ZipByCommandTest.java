package org.bindhost.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class of monikers that was built outside, used from the command line. */
class ZipByCommandTest {

    @TempDir Path directory;
    private Path work;
    private Shell shell;

    @BeforeEach
    void prepare() throws IOException {
        work = Files.createDirectory(directory.resolve("work"));
        Archives.write(work);
        shell = new Shell(work, directory);
    }

    @Test
    void itIsListedAmongTheDrivers() throws Exception {
        var result = shell.bindhost("drivers");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .anyMatch(line -> line.startsWith("zip ") && line.contains("org.example.zip"));
    }

    @Test
    void anEntryOfAFileIsRead() throws Exception {
        delivers("hello\n", "file:a.zip!inner.txt");
        delivers("grüße\n", "a.zip!Größe.txt");
    }

    @Test
    void anEntryOfAnArchiveInAnArchiveIsRead() throws Exception {
        delivers("deep\n", "file:a.zip!b.jar!deep.txt");
    }

    @Test
    void overHttpItIsTheSame() throws Exception {
        try (var site = new Site(work)) {
            delivers("hello\n", site.url("a.zip!inner.txt"));
            delivers("deep\n", site.url("a.zip?v=1!b.jar!/deep.txt"));
        }
    }

    @Test
    void aMissingEntryIsOneLine() throws Exception {
        failsWithOneLine("file:a.zip!outer.txt", "no entry outer.txt");
    }

    @Test
    void anArchiveThatIsMissingOnTheServerIsOneLine() throws Exception {
        try (var site = new Site(work)) {
            failsWithOneLine(site.url("c.zip!inner.txt"), "404");
        }
    }

    @Test
    void aDamagedEntryIsNoSuccess() throws Exception {
        failsWithOneLine("file:damaged.zip!inner.txt", "damaged");
    }

    @Test
    void anEntryLargerThanTheHeapIsReadWithinIt() throws Exception {
        var result =
                shell.run(
                        "export BINDHOST_OPTS=-Xmx48m BINDHOST_BUNDLES='%s'\n"
                                        .formatted(Shell.bundle())
                                + "bindhost cat 'file:large.zip!zeros' | wc -c");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualToIgnoringWhitespace(String.valueOf(1 << 27));
    }

    @Test
    void parseShowsWhoUnderstandsWhat() throws Exception {
        var result = shell.bindhost("parse", "file:a.zip!b.jar!deep.txt");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .anyMatch(line -> line.contains("org.bindhost.file"))
                .anyMatch(line -> line.startsWith("!b.jar ") && line.contains("org.example.zip"))
                .anyMatch(line -> line.startsWith("!deep.txt ") && line.contains("deep.txt "));
    }

    private void delivers(String content, String name) throws Exception {
        var result = shell.bindhost("cat", name);

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo(content);
        assertThat(result.status()).isZero();
    }

    private void failsWithOneLine(String name, String why) throws Exception {
        var result = shell.bindhost("cat", name);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).singleElement().asString().contains(name, why);
    }
}
