package dev.interop.verdict;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import dev.interop.recording.RefusalPhrases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The logs of a container: its standard error, its standard output, then its other log files. */
final class Logs {
    private static final Phrases PROBLEM = new Phrases()
            .add(
                    Phrases.Boundary.BOTH,
                    "panic",
                    "fatal",
                    "traceback",
                    "fail",
                    "failed",
                    "failure",
                    "abort",
                    "aborted",
                    "assert",
                    "assertion",
                    "sanitizer",
                    "refused",
                    "unable",
                    "cannot",
                    "can't",
                    "could not",
                    "timeout",
                    "timedout",
                    "time out",
                    "timed out",
                    "segmentation fault",
                    "not found",
                    "no such")
            .add(Phrases.Boundary.END, "error", "exception");
    /**
     * A missing command: the messages of shells, env(1), timeout(1), init programs and the loader that end with 127.
     */
    private static final Pattern NO_BINARY =
            Pattern.compile("(?i)(?:^|: )(?:command )?not found$|: No such file or directory$|executable file not found"
                    + "|error while loading shared libraries|failed to (?:execute|run command)|exec \\S+ failed");

    private static final Phrases UNSUPPORTED = new Phrases()
            .add(Phrases.Boundary.NONE, RefusalPhrases.ALL.toArray(String[]::new))
            .add(Phrases.Boundary.NONE, "exited with code 127");
    private static final Phrases MAY_BE_SILENT =
            new Phrases().add(Phrases.Boundary.NONE, " did not answer within", "timeout occurred after waiting ");
    private static final Pattern SILENT =
            Pattern.compile("server \\S+ did not answer within|timeout occurred after waiting \\d+ seconds for server");

    /** The most bytes that are searched in all files of a container. */
    private static final long MOST_BYTES = 2 * LogFile.LARGEST;

    private static final int LAST_LINES = 5;

    private final Recording recording;
    private final ContainerRole role;

    Logs(Recording recording, ContainerRole role) {
        this.recording = recording;
        this.role = role;
    }

    /** The last line that reports a problem, else the last line. */
    Optional<LogLine> problemOrLastLine() {
        return problem().or(this::last);
    }

    /** The last line that reports a problem. */
    Optional<LogLine> problem() {
        return lastOfAny(PROBLEM::areIn, line -> true);
    }

    /**
     * The line in which a simulator (this project's or the public runner's script) reports that the server did not
     * answer.
     */
    Optional<LogLine> silentServer() {
        return lastOfAny(MAY_BE_SILENT::areIn, SILENT.asPredicate());
    }

    /** The last line that reports something as unsupported, else the last line. */
    Optional<LogLine> refusal() {
        return lastOfAny(UNSUPPORTED::areIn, line -> true).or(this::last);
    }

    /** The line among the last ones that shows that exit code 127 came from a missing command. */
    Optional<LogLine> missingBinary() {
        var missing = Optional.<LogLine>empty();
        for (var log : List.of(recording.stderr(role), recording.stdout(role))) {
            var lines = read(log).map(it -> it.last(LAST_LINES)).orElse(List.of());
            var telling = lines.stream()
                    .filter(it -> isRefusal(it) || namesMissingBinary(it.text()))
                    .findFirst();
            if (telling.filter(Logs::isRefusal).isPresent()) {
                // Whatever the other stream says: the order of lines in different streams is unknown.
                return Optional.empty();
            }
            missing = missing.or(() -> telling);
        }
        return missing;
    }

    private static boolean isRefusal(LogLine line) {
        var bytes = line.text().getBytes(StandardCharsets.UTF_8);
        return UNSUPPORTED.areIn(bytes, 0, bytes.length);
    }

    static boolean namesMissingBinary(String text) {
        return text.lines().anyMatch(NO_BINARY.asPredicate());
    }

    private Optional<LogLine> last() {
        return lastOfAny(LogFile::hasText, line -> true);
    }

    private Optional<LogLine> lastOfAny(LogFile.LineTest quick, Predicate<String> exact) {
        long bytes = 0;
        for (var file : files()) {
            var log = read(file);
            var found = log.flatMap(it -> it.last(quick, exact));
            bytes += log.map(LogFile::size).orElse(0L);
            if (found.isPresent() || bytes > MOST_BYTES) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<LogFile> read(Path file) {
        return LogFile.read(recording.folder().relativize(file).toString().replace('\\', '/'), file);
    }

    private List<Path> files() {
        var files = new ArrayList<>(List.of(recording.stderr(role), recording.stdout(role)));
        try (var others = Files.list(recording.folder().resolve(role.label()))) {
            others.filter(it -> it.toString().endsWith(".log") || it.toString().endsWith(".txt"))
                    .filter(it -> !files.contains(it) && !it.equals(recording.keylog(role)))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException none) {
            // the container has no folder of logs
        }
        return files;
    }
}
