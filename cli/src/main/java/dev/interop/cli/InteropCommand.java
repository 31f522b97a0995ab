package dev.interop.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command in front of the {@link Subcommands}. */
@Command(
        name = "interop",
        description = "Protocol interoperability matrices on real implementations.",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "--class-path JAR[:JAR…], or INTEROP_CLASSPATH, adds protocols, test cases and run listeners.",
            "",
            "Exit codes: 0 all passed, skipped, unsupported, undecided or failing as known;",
            "1 cells failed, or an expectation is wrong or has expired;",
            "2 usage or configuration; 3 the harness, an image or the container engine failed."
        })
final class InteropCommand {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    boolean verbose;
}
