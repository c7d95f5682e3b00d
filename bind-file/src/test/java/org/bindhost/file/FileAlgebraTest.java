package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Joined;
import org.bindhost.spi.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B-11, B-16, B-18 and X-4, on systems of both kinds. */
class FileAlgebraTest {

    private static final List<String> ABSOLUTE =
            List.of(
                    "/",
                    "/docs",
                    "/docs/art",
                    "/docs/art/",
                    "/docs/Art",
                    "/docs/backup/f",
                    "/a!!b/c d",
                    "file:///docs/a%20b",
                    "file:///docs/%21",
                    "C:\\",
                    "C:\\Docs\\Art",
                    "c:/docs/art/f",
                    "file:///C:/docs/x%20y",
                    "D:\\docs",
                    "\\\\server\\share",
                    "\\\\SERVER\\Share\\a\\b",
                    "file://server/share/a/c",
                    "\\\\server\\other\\a");

    private static final List<String> RELATIVE =
            List.of(
                    "file:.",
                    "file:a",
                    "file:a/b/",
                    "file:A/c",
                    "file:..",
                    "file:../a",
                    "file:../../a/b",
                    "file:a%3Ab/%25",
                    "file:c!!d");

    @ParameterizedTest
    @CsvSource({
        "/docs/art, file:../backup/f, /docs/backup/f",
        "/docs/art, file:f, /docs/art/f",
        "/docs/art/, file:f, /docs/art/f",
        "/docs/art, file:../../../f, /f",
        "/docs/art, file:a!!b, /docs/art/a!!b",
        "file:///docs/art, file:a%20b, file:///docs/art/a%20b",
        "/docs/art, file:a%20b, /docs/art/a b",
        "C:\\docs\\art, file:../B/f, C:\\docs\\B\\f",
        "\\\\s\\h\\a, file:../../b, \\\\s\\h\\b",
        "file:a, file:../b, file:b",
        "file:.., file:../b, file:../../b",
        "file:a, file:.., file:.",
    })
    void joinsAFileWithWhatFollowsIt(String left, String right, String text) throws Exception {
        assertThat(join(part(left), part(right))).isEqualTo(part(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/art, /docs/backup",
        "/docs/art, C:\\a",
        "file:a, /docs/art",
        "C:\\docs, file:NUL",
        "C:\\docs, file:a%5C..%5Cb",
        "C:\\docs, file:b%3Astream",
    })
    void refusesWhatCannotFollow(String left, String right) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> join(part(left), part(right)))
                .withMessageStartingWith(right + " ")
                .withMessageContaining(left)
                .returns(Reason.SYNTAX, BindException::reason)
                .withNoCause();
    }

    @Test
    void joiningIsAssociative() throws Exception {
        for (var left : ABSOLUTE) {
            for (var middle : List.of("file:a", "file:a/b/", "file:c!!d/e")) {
                for (var right : RELATIVE) {
                    if (isWithin(middle, right) && !(isOfWindows(left) && right.contains("%3A"))) {
                        associates(part(left), part(middle), part(right));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/art, /docs/backup/f, /docs",
        "/docs/art, /docs/article, /docs",
        "/docs, /docs/art, /docs",
        "/docs/art/x, /docs/art, /docs/art",
        "/docs, /other, /",
        "file:///docs/a%20b/c, /docs/a b/d, file:///docs/a%20b",
        "C:\\Docs\\Art, c:\\docs\\B, C:\\Docs",
        "C:\\docs, C:\\other, C:\\",
        "\\\\server\\share\\a, \\\\SERVER\\share\\b, \\\\server\\share",
        "\\\\server\\share\\a, \\\\server\\share, \\\\server\\share",
        "file:a/b, file:a/c, file:a",
        "file:../a, file:../b, file:..",
    })
    void whatTwoFilesBeginWithIsWholeComponents(String me, String him, String prefix) {
        assertThat(algebra(false).commonPrefix(part(me), part(him)))
                .contains(part(prefix))
                .hasValueSatisfying(part -> assertThat(part).hasToString(prefix));
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, C:\\docs",
        "C:\\docs, D:\\docs",
        "\\\\server\\share\\a, \\\\server\\other\\a",
        "\\\\server\\share\\a, \\\\other\\share\\a",
        "/docs, file:docs",
        "file:a, file:b",
        "file:a, file:../a",
    })
    void filesOfDifferentRootsHaveNothingInCommon(String me, String him) {
        assertThat(algebra(false).commonPrefix(part(me), part(him))).isEmpty();
        assertThat(algebra(false).relativePath(part(me), part(him))).isEmpty();
    }

    @Test
    void theCaseOfPosixNamesCountsWhereTheSystemTellsThemApart() {
        var docs = part("/docs/a");
        var capital = part("/Docs/b");

        assertThat(algebra(false).commonPrefix(docs, capital)).contains(part("/"));
        assertThat(algebra(true).commonPrefix(docs, capital)).hasToString("Optional[/docs]");
    }

    /** a name followed by its path to another is the other. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRelativePathLeadsThere(boolean ignoresCase) throws Exception {
        int found = 0;
        for (var names : List.of(ABSOLUTE, RELATIVE)) {
            for (var from : names) {
                for (var to : names) {
                    found += leads(ignoresCase, from, to) ? 1 : 0;
                }
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void whoIsAboveTheStartHasNoWayBack() {
        assertThat(algebra(false).relativePath(part("file:../../a"), part("file:../b"))).isEmpty();
        assertThat(algebra(false).relativePath(part("file:../b"), part("file:../../a")))
                .contains(part("file:../../a"));
    }

    @Test
    void aForgedKeyHasNothingInCommon() {
        var forged = new MonikerPart("file", "\\\\.\\a", "/docs");

        assertThat(algebra(false).commonPrefix(forged, part("/docs"))).isEmpty();
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> join(forged, part("file:a")))
                .returns(Reason.SYNTAX, BindException::reason);
    }

    private static boolean leads(boolean ignoresCase, String from, String to) throws Exception {
        var names = new FileNames(new Platform(false, ignoresCase));
        var algebra = algebra(ignoresCase);
        var start = part(names, from);
        var end = part(names, to);
        var way = algebra.relativePath(start, end);
        if (way.isPresent()) {
            var there = algebra.join(start, part(names, way.get().text()));
            assertThat(there).as(from + " to " + to + " by " + way).isEqualTo(new Joined.One(end));
        }
        return way.isPresent();
    }

    private static void associates(MonikerPart a, MonikerPart b, MonikerPart c) throws Exception {
        var leftFirst = join(join(a, b), c);
        var rightFirst = join(a, join(b, c));

        assertThat(leftFirst).isEqualTo(rightFirst).hasToString(rightFirst.text());
    }

    /** Beyond a root there is nothing, so what leads there is stopped too early (B-02). */
    private static boolean isWithin(String middle, String right) {
        return !right.startsWith("file:../..") || middle.contains("/");
    }

    private static boolean isOfWindows(String name) {
        return !name.startsWith("/") && !name.startsWith("file:///d");
    }

    private static FileAlgebra algebra(boolean ignoresCase) {
        var platform = new Platform(false, ignoresCase);
        return new FileAlgebra(new FileNames(platform), platform);
    }

    private static MonikerPart join(MonikerPart left, MonikerPart right) throws BindException {
        return ((Joined.One) algebra(false).join(left, right)).part();
    }

    private static MonikerPart part(String text) {
        return part(new FileNames(new Platform(false, false)), text);
    }

    private static MonikerPart part(FileNames names, String text) {
        return names.recognize(text, Optional.empty(), path -> false)
                .found()
                .map(Recognition.Found::part)
                .orElseThrow(() -> new AssertionError(text));
    }
}
