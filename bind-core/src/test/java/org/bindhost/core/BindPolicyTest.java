package org.bindhost.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy of a program without a framework, and the operators' guide. */
class BindPolicyTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^# org\\.bindhost\\.policy~(\\S+)\\n((?:\\w.*\\n)+)");
    private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"");

    @TempDir private Path directory;

    @Test
    void settingsHaveTheDefaultsAndCanHaveRules() {
        var policy =
                BindPolicy.DEFAULT.with(
                        "intranet",
                        Map.of(
                                "hosts", List.of("*.corp.example"),
                                "addresses", List.of("public", "private")));
        var settings = CoreSettings.defaults(directory);

        assertThat(settings.policy()).isEqualTo(BindPolicy.DEFAULT);
        assertThat(settings.withPolicy(policy).policy().rules()).hasSize(1);
        assertThat(BindPolicy.DEFAULT.rules()).isEmpty();
    }

    @Test
    void aWrongRuleIsRefusedAtOnce() {
        Map<String, List<String>> wrong = Map.of("address", List.of("public"));

        assertThatThrownBy(() -> BindPolicy.DEFAULT.with("mine", wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policy \"mine\" has no option address, only");
    }

    @Test
    void theExamplesOfTheGuideAreRules() throws IOException {
        var names = new ArrayList<String>();
        var example = EXAMPLE.matcher(Files.readString(Path.of("../docs/policy.md")));
        while (example.find()) {
            names.add(new BindPolicy.Rule(example.group(1), options(example.group(2))).name());
        }

        assertThat(names).containsExactly("intranet", "kiosk", "reports-1", "reports-2", "shell");
    }

    private static Map<String, List<String>> options(String lines) {
        var options = new HashMap<String, List<String>>();
        for (String line : lines.lines().toList()) {
            String[] parts = line.split("=", 2);
            options.put(
                    parts[0],
                    VALUE.matcher(parts[1]).results().map(found -> found.group(1)).toList());
        }
        return options;
    }
}
