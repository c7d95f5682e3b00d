package org.bindhost.itests.outside;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/new-moniker-class.md} shows what is there, and its commands do what it says. */
class GuideTest {

    /** Maven has run before, in this very directory; here it is seen that it ran well. */
    private static final String MAVEN =
            "mvn() { test \"$*\" = verify && grep -q 'BUILD SUCCESS' build.log; }\n";

    private static final Pattern FENCE =
            Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir Path directory;

    @Test
    void everyCommandWorks() throws Exception {
        var commands = String.join("", blocks("sh"));

        var result = new Shell(Shell.example(), directory).run(MAVEN + commands);

        assertThat(commands).contains("mvn verify\n", "bindhost cat 'file:a.zip!inner.txt'\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains(blocks("text"));
    }

    @Test
    void everyPieceOfCodeIsOfTheExample() throws IOException {
        var example = source();

        assertThat(blocks("java")).isNotEmpty().allMatch(piece -> isIn(example, piece));
        assertThat(blocks("xml")).isNotEmpty().allMatch(piece -> isIn(example, piece));
    }

    private static boolean isIn(String example, String piece) {
        return example.contains(withoutIndentation(piece));
    }

    /** All sources of the example as it lies in the repository. */
    private static String source() throws IOException {
        var root = Shell.root().resolve("examples/zip-moniker");
        try (var files = Files.walk(root)) {
            return files.filter(file -> !root.relativize(file).startsWith("target"))
                    .filter(file -> file.toString().matches(".*\\.(java|xml)"))
                    .map(file -> withoutIndentation(read(file)))
                    .collect(joining());
        }
    }

    private static List<String> blocks(String language) {
        var guide = read(Shell.root().resolve("docs/new-moniker-class.md"));
        return FENCE.matcher(guide)
                .results()
                .filter(fence -> fence.group(1).equals(language))
                .map(fence -> fence.group(2))
                .toList();
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(line -> line.strip() + "\n").collect(joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
