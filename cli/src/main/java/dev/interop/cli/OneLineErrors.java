package dev.interop.cli;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.config.MatrixParameters;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints a {@code UserError} as one line. Any other exception is a bug and is printed with its stack trace. */
final class OneLineErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final Set<String> REGISTRIES = Set.of(
            MatrixParameters.REGISTRY.option().orElseThrow().name(),
            MatrixParameters.EXTRA.option().orElseThrow().name());

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        if (error instanceof UserError user) {
            err.println(command.getColorScheme()
                    .errorText("interop: " + Printable.lines(user.getMessage()) + pointer(user, parsed)));
            if (parsed.matchedOptionValue("--verbose", false)) {
                error.printStackTrace(err);
            }
        } else {
            err.println(command.getColorScheme().errorText("interop: this is a bug in the harness; please report it:"));
            error.printStackTrace(err);
        }
        return exitCode(error);
    }

    private static String pointer(UserError error, ParseResult parsed) {
        return error.pointer()
                .map(it -> ". %s: ./interop %s%s"
                        .formatted(it.what(), it.arguments(), it.arguments().equals("list") ? registries(parsed) : ""))
                .orElse("");
    }

    /** The registries that the user named, without which the pointed command would show others. */
    private static String registries(ParseResult parsed) {
        var given = new StringBuilder();
        var words = parsed.originalArgs();
        for (var at = 0; at < words.size(); at++) {
            var word = words.get(at);
            if (REGISTRIES.contains(word) && at + 1 < words.size()) {
                given.append(' ').append(word).append(' ').append(Printable.of(words.get(at + 1)));
            } else if (REGISTRIES.stream().anyMatch(it -> word.startsWith(it + "="))) {
                given.append(' ').append(Printable.of(word));
            }
        }
        return given.toString();
    }

    /** Prints the reason without the whole usage, which would hide it. */
    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        var command = error.getCommandLine();
        var nearest = error instanceof UnmatchedArgumentException unmatched ? nearest(unmatched) : "";
        var text = "interop: %s%s; see ./%s --help"
                .formatted(error.getMessage(), nearest, command.getCommandSpec().qualifiedName());
        command.getErr().println(command.getColorScheme().errorText(Printable.lines(text)));
        return exitCode(error);
    }

    private static String nearest(UnmatchedArgumentException error) {
        var command = error.getCommandLine();
        var known = Stream.concat(
                        command.getCommandSpec().optionsMap().keySet().stream(),
                        command.getSubcommands().keySet().stream())
                .toList();
        return NearestName.of(error.getUnmatched().get(0), known)
                .map("; nearest: "::concat)
                .orElse("");
    }

    static int exitCode(Throwable error) {
        var usage = error instanceof ParameterException || (error instanceof UserError user && !user.isOfEnvironment());
        return usage ? ExitCode.USAGE : ExitCode.HARNESS;
    }
}
