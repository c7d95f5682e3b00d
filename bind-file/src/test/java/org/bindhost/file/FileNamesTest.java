package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recognised, without a disk: the files that there are, are said here. */
class FileNamesTest {

    private static final MonikerPart URL = new MonikerPart("url", "http://h/d", "http://h/d");

    private final FileNames names = new FileNames(new Platform(false, false));

    @ParameterizedTest
    @CsvSource({
        "/a/../b, /b",
        "file:///a%20b, /a b",
        "C:/A, c:\\a",
        "\\\\Server\\share\\x, \\\\server\\share\\x",
        "file://server/Share/x, \\\\server\\share\\x",
        "file:../x, ../x",
        "file:A, ./A",
    })
    void aNameKeepsItsTextAndHasACanonicalKey(String text, String key) {
        var part = part(text);

        assertThat(part.text()).isEqualTo(text);
        assertThat(part.key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.txt",
                "a/b",
                "../a",
                "\\a",
                "http://h/a",
                "ab:/c",
                "c1+.-:a",
                "urn:a",
                "!a",
                "!!a",
                "@a",
                "",
            })
    void leavesOtherTextsAlone(String text) {
        assertThat(recognize(text, Optional.empty())).isEqualTo(Recognition.foreign());
    }

    @ParameterizedTest
    @CsvSource({
        "file:///a%zz, 9, has a '%' without two hexadecimal digits behind it",
        "file:, 5, names no file",
        "file:!a, 5, names no file",
        "/a\u0007b, 2, has a control character",
        "C:\\a\\NUL!b, 5, names the device NUL of Windows",
        "C:\\a!!b\\NUL, 8, names the device NUL of Windows",
        "\\\\!!!, 5, names a server and a share; and one of them is missing",
        "\\\\?\\C:\\a, 2, is a name of a device; and not of a file",
        "c:a, 2, is relative to the current directory of a drive",
    })
    void saysWhatIsWrongWithWhatIsMeantAsAFile(String text, int at, String problem) {
        assertThat(recognize(text, Optional.empty()))
                .isEqualTo(new Recognition.Malformed(at, problem.replace(';', ',')));
    }

    @ParameterizedTest
    @CsvSource({
        "/d/doc, a.txt, /d/a.txt",
        "/d/doc, ../a.txt, /a.txt",
        "/d/doc/, b/, /d/doc/b/",
        "/d/doc, a%20b, /d/a%20b",
        "/d/doc, file:a%20b, /d/a b",
        "file:///d/doc, a%20b, file:///d/a%20b",
        "file:///d/doc, ä, file:///d/%C3%A4",
        "file:///d/doc, %2e%2e/a, file:///a",
        "file:///d/doc, file:a, file:///d/a",
        "C:/d/doc, ../A b, C:\\A b",
        "file:///C:/d/doc, ..\\A b, file:///C:/A%20b",
        "\\\\s\\h\\d, a, \\\\s\\h\\a",
        "file://s/h/d, a, file://s/h/a",
        "/d/doc, \\a, /d/\\a",
        "C:/d/doc, \\a, C:\\a",
        "/d/doc, ./C:a, /d/C:a",
        "/d/doc, a!!b, /d/a!!b",
        "/d/doc, !!a, /d/!!a",
        "file:///d/doc, a!!b, file:///d/a%21b",
        "/d!!/doc, a, /d!!/a",
        "/d/doc, file:%E2%80%AEa, file:///d/%E2%80%AEa", // what cannot be seen stays escaped
    })
    void aNameBesideAFileIsWrittenInFull(String base, String name, String text) {
        var part = part(name, Optional.of(part(base)));

        assertThat(part.text()).isEqualTo(text);
        assertThat(part(text)).isEqualTo(part);
        assertThat(part(text, Optional.of(part("/some/other")))).isEqualTo(part);
    }

    /** Read beside a file once more it is resolved, and so is not written in full. */
    @ParameterizedTest
    @CsvSource({
        "file:../d/doc, a, file:../d/a",
        "file:../d/doc, file:a%20b, file:../d/a%20b",
        "file:., file:../a, file:../a",
    })
    void aNameBesideARelativeOneIsRelative(String base, String name, String text) {
        var part = part(name, Optional.of(part(base)));

        assertThat(part.text()).isEqualTo(text);
        assertThat(part(text)).isEqualTo(part);
        assertThat(part(text, Optional.of(part("/x/y/z"))).key()).startsWith("/x/");
    }

    /** What is written in full means the same wherever it is read. */
    @ParameterizedTest
    @ValueSource(strings = {"/x/a", "file:///x/a", "C:\\x\\a", "\\\\s\\h\\a", "file://s/h/a"})
    void anAbsoluteNameIsTheSameBesideAnyFile(String name) {
        for (var base : new String[] {"/d/doc", "file:///d/", "C:\\d\\", "\\\\s\\h\\d", "file:d"}) {
            var part = part(name, Optional.of(part(base)));
            assertThat(part).isEqualTo(part(name));
            assertThat(part.text()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file:///d/doc, %2Fetc",
        "file:///d/doc, a?b",
        "file:///d/doc, a%",
        "C:\\d\\doc, a:b",
        "C:\\d\\doc, NUL",
        "C:\\d\\doc, file:a%3Ab",
        "/d/doc, c:a",
    })
    void saysWhatIsWrongWithANameBesideAFile(String base, String name) {
        assertThat(recognize(name, Optional.of(part(base))))
                .isInstanceOf(Recognition.Malformed.class);
    }

    /** In a document on a server, "/a" is a name of that server. */
    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "/a.txt", "../a", "C:\\a", "\\\\s\\h\\a"})
    void leavesNamesBesideAnotherClassAlone(String text) {
        assertThat(recognize(text, Optional.of(URL))).isEqualTo(Recognition.foreign());
        assertThat(part("file:///a", Optional.of(URL)).key()).isEqualTo("/a");
        assertThat(part("file:a", Optional.of(URL)).key()).isEqualTo("./a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!a", "ab:c"})
    void leavesItemsAndSchemesBesideAFileAlone(String text) {
        assertThat(recognize(text, Optional.of(part("/d/doc")))).isEqualTo(Recognition.foreign());
    }

    @Test
    void namesOfOneFileHaveOneKey() {
        assertThat(part("file://localhost/x/../a/b%20c")).isEqualTo(part("/a/b c"));
        assertThat(part("file:///c:/A")).isEqualTo(part("C:\\a"));
        assertThat(part("file://S/h/A")).isEqualTo(part("\\\\s\\H\\a"));
        assertThat(part("file:a/../b")).isEqualTo(part("file:b"));
    }

    @Test
    void namesOfDifferentFormsAreDifferent() {
        var all =
                List.of("/a", "file:a", "file:../a", "C:\\a", "\\\\s\\h\\a", "/C:/a", "file:%5Ca");

        assertThat(all.stream().map(this::part)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "/a.zip!x, , 6, /a.zip",
        "/a!!b, , 5, /a!b",
        "/a!!b!c, , 5, /a!b",
        "/a!, , 3, /a!",
        "/a!b!c, /a!b, 4, /a!b",
        "/a!b!c, /a!b!c, 6, /a!b!c",
        "/a!b!c, /a, 2, /a",
        "/a!!b, /a!!b, 5, /a!b",
        "/a!!!!b, /a!!b, 7, /a!!b",
        "/a!!b!c, /a!b!c, 7, /a!b!c",
        "/a!!b!c, /a!!b!c, 5, /a!b",
        "/a!b!!c!d, /a!b!c, 7, /a!b!c",
        "/a!!b, /a, 5, /a!b",
        "/a!!b, /a!, 5, /a!b",
        "/a!!b!c, /a, 5, /a!b",
        "/a!!!b, /a!, 4, /a!",
        "file:/a!b!c, /a!b, 9, /a!b",
        "file:/a%21b!c, , 11, /a!b",
        "C:\\a!b, , 4, c:\\a",
    })
    void theLongestFileIsTheNameElseTheFirstDelimiterEndsIt(
            String text, String file, int length, String key) {
        var found = find(text, Optional.empty(), file == null ? List.of() : List.of(file));

        assertThat(found.length()).isEqualTo(length);
        assertThat(found.part().key()).isEqualTo(key);
    }

    /** Also when shorter and longer files come to be in the meantime. */
    @ParameterizedTest
    @CsvSource({
        "/a!b, /a!b, /a!!b",
        "/a!b!c, /a!b, /a!!b",
        "/a!!!!b, /a!!b, /a!!!!b",
        "/a!, /a!, /a!!",
        "file:/a!b, /a!b, file:/a!!b",
    })
    void aNameTakenAsItStandsIsWrittenByTheRule(String text, String file, String written) {
        var part = find(text, Optional.empty(), List.of(file)).part();

        assertThat(part.text()).isEqualTo(written);
        for (var files : List.of(List.<String>of(), List.of(file), List.of("/a", "/a!", file))) {
            assertThat(find(written, Optional.empty(), files).part()).isEqualTo(part);
            assertThat(find(written + "!item", Optional.empty(), files).part()).isEqualTo(part);
        }
    }

    /** Such as one that is called as that name is written. */
    @ParameterizedTest
    @ValueSource(strings = {"/q!!b", "/q!!", "/!!q", "/q!!!!b", "file:/q!!b", "C:\\q!!b"})
    void aNameWrittenByTheRuleIsTheSameWhateverFilesThereAre(String written) {
        var part = part(written);

        var found = names.recognize(written, Optional.empty(), path -> true).found();

        assertThat(found).map(Recognition.Found::part).contains(part);
        assertThat(found).map(Recognition.Found::length).contains(written.length());
        assertThat(part.text()).isEqualTo(written);
    }

    /** What is no delimiter makes no other end possible. */
    @Test
    void noFileIsLookedForWithoutADelimiter() {
        for (var text :
                List.of("/a/b", "file:///a", "C:\\a", "http://h/a", "a!b", "/a!!b", "/a!")) {
            names.recognize(
                    text,
                    Optional.empty(),
                    path -> {
                        throw new AssertionError("looked for " + path);
                    });
        }
    }

    @Test
    void aHostileNameMakesForFewLooks() {
        List<FilePath> looks = new ArrayList<>();

        var found =
                names.recognize("/a" + "!b".repeat(4_000), Optional.empty(), p -> !looks.add(p));

        assertThat(found.found().orElseThrow().part().key()).isEqualTo("/a");
        assertThat(looks).hasSize(NamePrefixes.MOST_ENDS);
    }

    @Test
    void aPartIsThePathThatItsTextDenotesIfThatHasItsKey() throws Exception {
        var ignoring = new FileNames(new Platform(false, true));

        assertThat(ignoring.path(new MonikerPart("file", "/a/b", "/A/B"))).hasToString("/A/B");
        assertThat(ignoring.path(new MonikerPart("file", "/a!b", "/A!!B"))).hasToString("/A!B");
        assertThat(ignoring.path(new MonikerPart("file", "/a!b", "/A!B"))).hasToString("/A!B");
        assertThat(ignoring.path(new MonikerPart("file", "/a/b", "/other"))).hasToString("/a/b");
        assertThat(ignoring.path(new MonikerPart("file", "/a/b", "b"))).hasToString("/a/b");
        assertThat(ignoring.path(new MonikerPart("file", "/a/b", "/a%"))).hasToString("/a/b");
        assertThat(names.path(new MonikerPart("file", "/a/b", "/A/B"))).hasToString("/a/b");
        assertThat(names.path(new MonikerPart("file", "c:\\a", "C:/A"))).hasToString("C:\\A");
    }

    /** The parser puts it before the text of a part. */
    @Test
    void aDesignatorIsNoPartOfTheText() throws Exception {
        var ignoring = new FileNames(new Platform(true, true));

        for (var start : List.of("@file:", "@file:@file:")) {
            assertThat(ignoring.path(new MonikerPart("file", "c:\\d\\a", start + "C:\\D\\A")))
                    .hasToString("C:\\D\\A");
            assertThat(ignoring.path(new MonikerPart("file", "/a!b", start + "/A!!B")))
                    .hasToString("/A!B");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file:///d/doc.html, x%20y.txt",
        "file:///d/doc.html, file:x%20y.txt",
        "/d/doc.html, x%20y.txt",
        "C:\\D\\doc, x",
        "file:../d, x%20y.txt",
    })
    void whatStandsBesideADesignatedNameStandsBesideTheName(String base, String name) {
        var plain = part(base);
        var designated = new MonikerPart("file", plain.key(), "@file:" + plain.text());

        var beside = part(name, Optional.of(designated));

        assertThat(beside).isEqualTo(part(name, Optional.of(plain)));
        assertThat(beside.text()).isEqualTo(part(name, Optional.of(plain)).text());
    }

    @Test
    void aKeyFromElsewhereIsNotTrusted() throws Exception {
        assertThat(names.path(new MonikerPart("file", "/a/../b", "x"))).hasToString("/b");
        for (var key : List.of("a/b", "c:", "/a\n", "\\\\.\\a", "file:///a")) {
            assertThatExceptionOfType(MalformedName.class)
                    .isThrownBy(() -> names.path(new MonikerPart("file", key, key)));
        }
    }

    private Recognition recognize(String text, Optional<MonikerPart> base) {
        return names.recognize(text, base, path -> false);
    }

    private MonikerPart part(String text) {
        return part(text, Optional.empty());
    }

    private MonikerPart part(String text, Optional<MonikerPart> base) {
        return find(text, base, List.of()).part();
    }

    private Recognition.Found find(String text, Optional<MonikerPart> base, List<String> files) {
        var recognition = names.recognize(text, base, path -> files.contains(path.toString()));
        return recognition.found().orElseThrow(() -> new AssertionError(text + recognition));
    }
}
