package dev.interop.testbed.cell;

import dev.interop.Printable;
import dev.interop.recording.Fault;
import dev.interop.recording.RefusalPhrases;
import dev.interop.testbed.docker.ImageFacts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Distinguishes the two meanings of exit code 127: the program does not exist, or the implementation does not support the
 * test case. In the first case, the container's init or a shell prints a message.
 */
final class MissingProgram {
    /** The engine's init, which runs the image's entry point. */
    private static final Pattern INIT = Pattern.compile("(?m)^\\[FATAL tini \\(\\d+\\)] (exec .+)$");
    /** The messages of dash, busybox and bash. They begin with the name of the shell or of the script, and the line. */
    private static final Pattern SHELL = Pattern.compile(
            "(?m)^(\\S+: (?:line )?\\d+: (?:exec: )?\\S+: (?:command )?not found)$|^(\\S+: line \\d+: \\S+: No such file or directory)$");

    /** What implementations write when they refuse a test case. A start script may have missed a tool before. */
    private static final Pattern REFUSAL =
            Pattern.compile(String.join("|", RefusalPhrases.ALL), Pattern.CASE_INSENSITIVE);

    private MissingProgram() {}

    /** The message of the engine's init, if it could not run the image's entry point. */
    static Optional<String> entryPoint(int exitCode, String stderr) {
        var matcher = INIT.matcher(stderr);
        return (exitCode == 126 || exitCode == 127) && matcher.find() ? Optional.of(text(matcher)) : Optional.empty();
    }

    /**
     * The message of a shell in the image, if the exit code comes from a command that was not found: no refusal follows it, nor
     * is one in the standard output.
     */
    static Optional<String> inShell(int exitCode, String stderr, String stdout) {
        var matcher = SHELL.matcher(stderr);
        var last = Optional.<String>empty();
        int end = 0;
        while (matcher.find()) {
            last = Optional.of(text(matcher));
            end = matcher.end();
        }
        var refused = REFUSAL.matcher(stdout).find() || REFUSAL.matcher(stderr).find(end);
        return exitCode == 127 && !refused ? last : Optional.empty();
    }

    /**
     * The fault of an image whose entry point could not be run.
     *
     * @param complaint the message of the engine's init
     * @param image the image
     * @param machine the platform of the engine's machine; programs of another one do not run, unless it emulates them
     */
    static Fault fault(String complaint, ImageFacts image, String machine) {
        if (!image.platform().equals(machine)) {
            return new Fault(
                    Fault.Code.START_FAILED,
                    "its image is made for %s, this machine is %s: name an image that is made for it"
                            .formatted(image.platform(), machine));
        }
        return complaint.endsWith("Permission denied")
                ? new Fault(Fault.Code.NOT_EXECUTABLE, "its image's program is there, but not executable: " + complaint)
                : new Fault(Fault.Code.BINARY_MISSING, "its image has no such program: " + complaint);
    }

    private static String text(Matcher found) {
        return Printable.of(found.group().strip());
    }
}
