package dev.interop.cli;

import dev.interop.UserError;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Errors for people are one line; everything else is a bug and keeps its stack trace. */
final class OneLineErrors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        if (error instanceof UserError) {
            err.println(command.getColorScheme().errorText("interop: " + error.getMessage()));
            if (parsed.matchedOptionValue("--verbose", false)) {
                error.printStackTrace(err);
            }
        } else {
            err.println(command.getColorScheme().errorText("interop: this is a bug in the harness; please report it:"));
            error.printStackTrace(err);
        }
        return exitCode(error);
    }

    static int exitCode(Throwable error) {
        var usage = error instanceof ParameterException || (error instanceof UserError user && !user.isOfEnvironment());
        return usage ? ExitCode.USAGE : ExitCode.HARNESS;
    }
}
