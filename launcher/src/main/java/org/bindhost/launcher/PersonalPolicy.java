package org.bindhost.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the policy "person" needs of the drivers. By that policy, which the engine has for what its
 * shell binds, a person may name what they like, since the command runs with their rights and at
 * their word; so they may name any file that the operating system lets them read. Elsewhere names
 * of files lead into the working directory only.
 */
final class PersonalPolicy {

    /** What each configuration says, by its PID, in the format of Felix. */
    private static final Map<String, String> CONFIGURATIONS =
            Map.of("org.bindhost.file", "roots=[\"/\"]");

    private PersonalPolicy() {}

    /** Writes the configurations where the Configuration Admin service will read them. */
    static void write(Path directory) throws IOException {
        for (Map.Entry<String, String> each : CONFIGURATIONS.entrySet()) {
            Path file = directory.resolve(each.getKey().replace('.', '/') + ".config");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, "service.pid=\"" + each.getKey() + "\"\n" + each.getValue() + "\n");
        }
    }
}
