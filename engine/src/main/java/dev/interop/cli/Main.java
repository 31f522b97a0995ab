package dev.interop.cli;

import picocli.CommandLine;

/** The command line behind {@code ./interop}. */
public final class Main {
    private Main() {}

    /** Ends the process with a code of {@link ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var errors = new OneLineErrors();
        return new CommandLine(new InteropCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .setExitCodeExceptionMapper(OneLineErrors::exitCode);
    }
}
