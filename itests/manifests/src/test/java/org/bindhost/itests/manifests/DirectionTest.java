package org.bindhost.itests.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import what: all arrows between bundles point at the contracts. */
class DirectionTest {

    private static final String OURS = "org.bindhost.";
    private static final String API = "bind-api";

    /** Every bundle by its module; a new one is entered here. */
    private static final Map<String, String> SYMBOLIC_NAMES =
            Map.of(
                    API,
                    "org.bindhost.api",
                    "bind-core",
                    "org.bindhost.core",
                    "bind-file",
                    "org.bindhost.file",
                    "bind-shell",
                    "org.bindhost.shell",
                    "bind-testkit",
                    "org.bindhost.testkit",
                    "bind-url",
                    "org.bindhost.url",
                    "container-host",
                    "org.bindhost.host",
                    "sample-control",
                    "org.bindhost.sample");

    /** What the bundles export, those left out nothing; the contracts export all they have. */
    private static final Map<String, Set<String>> EXPORTS =
            Map.of(
                    "bind-core", Set.of("org.bindhost.core"),
                    "bind-testkit", Set.of("org.bindhost.testkit", "org.bindhost.testkit.fault"));

    /** What is neither ours, nor of the JDK, nor of OSGi, and who may import it. */
    private static final Map<String, List<String>> FOREIGN =
            Map.of(
                    "bind-testkit", List.of("org.junit.jupiter.", "org.assertj.core."),
                    "bind-url", List.of("com.ibm.icu.text"),
                    "bind-shell",
                            List.of(
                                    "org.apache.felix.service.command",
                                    "picocli",
                                    "com.google.gson"));

    static List<BundleJar> bundles() {
        return BundleJar.all();
    }

    static List<BundleJar> bundlesButTheApi() {
        return bundles().stream().filter(bundle -> !bundle.module().equals(API)).toList();
    }

    @Test
    void everyBundleHasTheSymbolicNameOfItsRoom() {
        var found =
                bundles().stream()
                        .collect(Collectors.toMap(BundleJar::module, BundleJar::symbolicName));

        assertThat(found).containsExactlyInAnyOrderEntriesOf(SYMBOLIC_NAMES);
    }

    @Test
    void theContractsImportNothingOfOthers() {
        var api = api();

        assertThat(api.exports().keySet()).containsAll(api.imports().keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void onlyContractsAreImportedOfOurs(BundleJar bundle) {
        var others = new TreeSet<>(bundle.imports().keySet());
        others.removeIf(name -> !name.startsWith(OURS));
        others.removeAll(bundle.exports().keySet());

        assertThat(api().exports().keySet()).containsAll(others);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nothingForeignIsImportedButWhatIsListed(BundleJar bundle) {
        List<String> listed = FOREIGN.getOrDefault(bundle.module(), List.of());
        Predicate<String> known =
                name ->
                        name.startsWith(OURS)
                                || name.startsWith("org.osgi.")
                                || name.startsWith("javax.")
                                || listed.stream().anyMatch(name::startsWith);

        assertThat(bundle.imports().keySet()).allMatch(known);
    }

    @Test
    void theShellResolvesWhereGogoIsMissing() {
        var gogo =
                bundles().stream()
                        .filter(bundle -> bundle.module().equals("bind-shell"))
                        .map(shell -> shell.imports().get("org.apache.felix.service.command"));

        assertThat(gogo)
                .isNotEmpty()
                .allMatch(attributes -> "optional".equals(attributes.get("resolution:")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void nothingIsImportedDynamically(BundleJar bundle) {
        assertThat(bundle.dynamicImports().keySet()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundlesButTheApi")
    void nothingIsExportedButWhatIsListed(BundleJar bundle) {
        var listed = EXPORTS.getOrDefault(bundle.module(), Set.of());

        assertThat(bundle.exports().keySet()).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void theContractsExportAllTheyHave() {
        assertThat(api().exports().keySet()).containsExactlyInAnyOrderElementsOf(api().packages());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyExportHasAVersion(BundleJar bundle) {
        assertThat(bundle.exports().values())
                .allMatch(attributes -> !attributes.getVersion().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("bundlesButTheApi")
    void everyPackageBeginsWithTheSymbolicName(BundleJar bundle) {
        Predicate<String> own = name -> (name + ".").startsWith(bundle.symbolicName() + ".");

        assertThat(bundle.packages()).isNotEmpty().allMatch(own);
    }

    private static BundleJar api() {
        return bundles().stream()
                .filter(bundle -> bundle.module().equals(API))
                .findFirst()
                .orElseThrow();
    }
}
