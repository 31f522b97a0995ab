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
 * A program to be run, with a limit.
 *
 * @param arguments the program and its arguments
 * @param folder where it runs
 * @param env variables on top of ours
 */
@API(status = Status.INTERNAL)
public record Command(List<String> arguments, Path folder, Map<String, String> env) {
    private static final int TIMED_OUT = 124;

    public Command {
        arguments = List.copyOf(arguments);
        env = Map.copyOf(env);
    }

    /**
     * Runs it; all that it says is appended to a file.
     *
     * @param input given to it
     * @return its exit code; 124 when the time was over and it was ended
     * @throws UserError of the environment when it cannot be run
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
                // It did not want its input; its exit code tells the rest.
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

    /** Runs it for its output only, a few lines; empty text when it fails in any way. */
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
