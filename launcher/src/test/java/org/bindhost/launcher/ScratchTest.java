package org.bindhost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchTest {

    @Test
    void closingRemovesEverythingAndMayBeDoneTwice() throws IOException {
        Scratch scratch = new Scratch();
        PersonalPolicy.write(scratch.configuration());
        ShellProfile.write(scratch.shellHome());

        scratch.close();
        scratch.close();

        assertThat(scratch.shellHome()).doesNotExist();
    }

    @Test
    void thePersonalPolicyOpensTheWholeFileSystem() throws IOException {
        try (Scratch scratch = new Scratch()) {
            PersonalPolicy.write(scratch.configuration());

            Path file = scratch.configuration().resolve("org/bindhost/file.config");

            assertThat(file).hasContent("service.pid=\"org.bindhost.file\"\nroots=[\"/\"]\n");
        }
    }
}
