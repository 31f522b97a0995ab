package dev.interop.cli;

import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine;

/** The command line behind {@code ./interop} of a checkout and {@code bin/interop} of a distribution. */
@API(status = Status.INTERNAL)
public final class Main {
    private Main() {}

    /** Ends the process with a code of {@link ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /**
     * The command line.
     *
     * @param arguments what it will be asked; none for a command line with all commands
     */
    static CommandLine commandLine(String... arguments) {
        var errors = new OneLineErrors();
        var from = UserFolder.of(System.getProperties());
        var name = CommandName.of(System.getProperties());
        var commandLine = new CommandLine(new InteropCommand());
        Subcommands.add(commandLine, arguments);
        return commandLine
                .setOut(name.in(commandLine.getOut()))
                .setErr(name.in(commandLine.getErr()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .registerConverter(Path.class, from::resolve)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .setExitCodeExceptionMapper(OneLineErrors::exitCode);
    }
}
