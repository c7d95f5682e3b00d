package org.bindhost.shell;

import picocli.CommandLine.Option;

/** The option that every verb has. */
final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean asked;

    boolean isAsked() {
        return asked;
    }
}
