package dev.interop.testbed.cell;

import dev.interop.recording.Fault;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells an exit code 127 that somebody else gave because there was nothing to run from one that an implementation gave
 * to say "unsupported".
 */
final class MissingProgram {
    /** The engine's init, which runs the image's entry point. */
    private static final Pattern INIT = Pattern.compile("(?m)^\\[FATAL tini \\(\\d+\\)] (exec .+)$");
    /** dash, busybox and bash, which name themselves or the script and the line. */
    private static final Pattern SHELL = Pattern.compile(
            "(?m)^(\\S+: (?:line )?\\d+: (?:exec: )?\\S+: (?:command )?not found)$|^(\\S+: line \\d+: \\S+: No such file or directory)$");

    private MissingProgram() {}

    /** What the engine's init complained of in this standard error, if it could not run the image's entry point. */
    static Optional<String> entryPoint(int exitCode, String stderr) {
        return exitCode == 126 || exitCode == 127 ? find(INIT, stderr) : Optional.empty();
    }

    /** What a shell in the image complained of, if a command was not found and that gave the exit code. */
    static Optional<String> inShell(int exitCode, String stderr) {
        return exitCode == 127 ? find(SHELL, stderr) : Optional.empty();
    }

    /** What is to be said of an image whose entry point could not be run. */
    static String told(String complaint) {
        return complaint.endsWith("Permission denied")
                ? "its image's program is there, but " + Fault.NOT_EXECUTABLE + ": " + complaint
                : "its image has no such program: " + complaint;
    }

    private static Optional<String> find(Pattern pattern, String stderr) {
        var matcher = pattern.matcher(stderr);
        return matcher.find() ? Optional.of(matcher.group().strip()) : Optional.empty();
    }
}
