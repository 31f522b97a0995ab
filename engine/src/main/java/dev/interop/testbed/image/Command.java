package dev.interop.testbed.image;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A program to run with a time limit.
 *
 * @param arguments the program and its arguments
 * @param folder its working folder
 * @param env variables in addition to those of this process
 */
@API(status = Status.INTERNAL)
public record Command(List<String> arguments, Path folder, Map<String, String> env) {
    private static final int TIMED_OUT = 124;

    public Command {
        arguments = List.copyOf(arguments);
        env = Map.copyOf(env);
    }

    /**
     * Runs the program and appends its output to a file.
     *
     * @param input its standard input
     * @return its exit code; 124 when the time was over and it was killed
     * @throws UserError when it cannot be run
     */
    public int run(String input, Path output, Duration limit) {
        var builder = new ProcessBuilder(arguments)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(env);
        try {
            var process = builder.start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            } catch (IOException e) {
                // The program did not read its input; its exit code shows whether it failed.
            }
            try {
                if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    return process.exitValue();
                }
                return TIMED_OUT;
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new UserError(arguments.get(0) + ": cannot be run: " + e.getMessage(), e).ofEnvironment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(arguments.get(0) + ": interrupted", e).ofEnvironment();
        }
    }

    /** Runs the program and returns its short output; empty text when it fails in any way. */
    public String ask(Duration limit) {
        try {
            var output = Files.createTempFile("interop-", ".out");
            try {
                return run("", output, limit) == 0 ? Files.readString(output).strip() : "";
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException | UserError e) {
            return "";
        }
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
