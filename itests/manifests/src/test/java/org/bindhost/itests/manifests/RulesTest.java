package org.bindhost.itests.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that {@code docs/rules.md} names as a proof is there. */
class RulesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern PROOF =
            Pattern.compile("`([A-Z]\\w*(?:Test|Tests|Cases))(?:\\.(\\w+))?`");

    @Test
    void everyProofExists() throws IOException {
        var sources = sources();

        List<String> missing =
                PROOF.matcher(Files.readString(ROOT.resolve("docs/rules.md")))
                        .results()
                        .filter(proof -> !exists(proof, sources))
                        .map(MatchResult::group)
                        .toList();

        assertThat(missing).isEmpty();
        assertThat(sources).isNotEmpty();
    }

    private static boolean exists(MatchResult proof, Map<String, String> sources) {
        String source = sources.getOrDefault(proof.group(1), "");
        return proof.group(2) == null
                ? !source.isEmpty()
                : source.contains("void " + proof.group(2) + "(")
                        || source.contains("Stream<DynamicTest> " + proof.group(2) + "(");
    }

    /** Every Java source by the name of its class. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("target"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    RulesTest::read,
                                    (one, other) -> one + other));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
