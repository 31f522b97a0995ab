package dev.interop.testbed.docker;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The program that a container runs.
 *
 * @param entrypoint the command; empty for the image's
 * @param arguments the arguments of the image's command; empty for the image's
 * @param user the user that it runs as; empty for the image's
 * @param env environment variables
 * @param input its standard input
 */
@API(status = Status.INTERNAL)
public record Program(
        List<String> entrypoint, List<String> arguments, String user, Map<String, String> env, Input input) {
    public Program {
        entrypoint = List.copyOf(entrypoint);
        arguments = List.copyOf(arguments);
        env = Map.copyOf(env);
    }

    /** The image's own program with arguments; without any, with the image's. */
    public static Program ofImage(List<String> arguments) {
        return new Program(List.of(), arguments, "", Map.of(), Input.NONE);
    }

    /** A command instead of the image's. */
    public static Program of(List<String> command) {
        return new Program(command, List.of(), "", Map.of(), Input.NONE);
    }

    /** The same program, run as another user. */
    public Program as(String other) {
        return new Program(entrypoint, arguments, other, env, input);
    }

    /** The same program with these environment variables. */
    public Program withEnv(Map<String, String> variables) {
        return new Program(entrypoint, arguments, user, variables, input);
    }

    /** The same program with an input that its creator writes to. */
    public Program withOpenInput() {
        return new Program(entrypoint, arguments, user, env, Input.OPEN);
    }

    /** The standard input of a container. */
    public enum Input {
        /** Empty: a read returns the end of input. */
        NONE,
        /** Open, until the creator of the container closes it or goes away. */
        OPEN
    }
}
