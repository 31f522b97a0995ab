package dev.interop.verdict;

import dev.interop.Printable;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The logs of a container: its standard error, its standard output, then its other log files. */
final class Logs {
    private static final Pattern PROBLEM = Pattern.compile(
            "(?i)\\b(panic|fatal|error|exception|traceback|fail(ed|ure)?|abort(ed)?|assert(ion)?|sanitizer|refused"
                    + "|unable|cannot|can't|could not|timed? ?out|segmentation fault|not found|no such)\\b|\\w+(Error|Exception)\\b");
    /**
     * A missing command: the messages of shells, env(1), timeout(1), init programs and the loader that end with 127.
     */
    private static final Pattern NO_BINARY =
            Pattern.compile("(?i)(?:^|: )(?:command )?not found$|: No such file or directory$|executable file not found"
                    + "|error while loading shared libraries|failed to (?:execute|run command)|exec \\S+ failed");

    private static final Pattern UNSUPPORTED = Pattern.compile(
            "(?i)unsupported|not supported|unknown test|not implemented|no test case|exited with code 127");
    private static final Pattern SILENT =
            Pattern.compile("server \\S+ did not answer within|timeout occurred after waiting \\d+ seconds for server");
    private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;]*[A-Za-z]");

    private static final long LARGEST = 64L << 20;
    private static final int LONGEST_SHOWN = 300;
    private static final int LAST_LINES = 5;

    private final Recording recording;
    private final ContainerRole part;

    Logs(Recording recording, ContainerRole part) {
        this.recording = recording;
        this.part = part;
    }

    /** The last line that reports a problem, else the last line. */
    Optional<LogLine> problemOrLastLine() {
        return problem().or(this::last);
    }

    /** The last line that reports a problem. */
    Optional<LogLine> problem() {
        return lastOfAny(PROBLEM.asPredicate());
    }

    /**
     * The line in which a simulator (this project's or the public runner's script) reports that the server did not
     * answer.
     */
    Optional<LogLine> silentServer() {
        return lastOfAny(SILENT.asPredicate());
    }

    /** The last line that reports something as unsupported, else the last line. */
    Optional<LogLine> refusal() {
        return lastOfAny(UNSUPPORTED.asPredicate()).or(this::last);
    }

    /** The line among the last ones that shows that exit code 127 came from a missing command. */
    Optional<LogLine> missingBinary() {
        for (var log : List.of(recording.stderr(part), recording.stdout(part))) {
            var lastLines = new ArrayList<>(lastLines(log));
            for (int i = lastLines.size() - 1; i >= 0; i--) {
                var line = lastLines.get(i);
                if (UNSUPPORTED.matcher(line.text()).find()) {
                    return Optional.empty();
                }
                if (NO_BINARY.matcher(line.text()).find()) {
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }

    static boolean namesMissingBinary(String text) {
        return text.lines().anyMatch(NO_BINARY.asPredicate());
    }

    private Optional<LogLine> last() {
        return lastOfAny(line -> true);
    }

    private Optional<LogLine> lastOfAny(Predicate<String> wanted) {
        return files().stream().flatMap(it -> last(it, wanted).stream()).findFirst();
    }

    private Optional<LogLine> last(Path log, Predicate<String> wanted) {
        try (var lines = lines(log)) {
            return lines.filter(it -> wanted.test(it.text())).reduce((a, b) -> b);
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private Deque<LogLine> lastLines(Path log) {
        var kept = new ArrayDeque<LogLine>();
        try (var lines = lines(log)) {
            lines.forEach(line -> {
                kept.addLast(line);
                if (kept.size() > LAST_LINES) {
                    kept.removeFirst();
                }
            });
        } catch (UncheckedIOException unreadable) {
            // keep the lines read so far
        }
        return kept;
    }

    /** The lines that are not blank. */
    private Stream<LogLine> lines(Path log) {
        if (!isReadable(log)) {
            return Stream.empty();
        }
        try {
            var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8));
            var name = recording.folder().relativize(log).toString().replace('\\', '/');
            var number = new int[1];
            return reader.lines()
                    .map(line -> new LogLine(Location.ofLine(name, ++number[0]), shown(line)))
                    .filter(line -> !line.text().isEmpty())
                    .onClose(() -> closeQuietly(reader));
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private List<Path> files() {
        var files = new ArrayList<>(List.of(recording.stderr(part), recording.stdout(part)));
        try (var others = Files.list(recording.folder().resolve(part.label()))) {
            others.filter(it -> it.toString().endsWith(".log") || it.toString().endsWith(".txt"))
                    .filter(it -> !files.contains(it) && !it.equals(recording.keylog(part)))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException none) {
            // the container has no folder of logs
        }
        return files;
    }

    private static boolean isReadable(Path log) {
        try {
            return Files.isRegularFile(log) && Files.size(log) <= LARGEST;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String shown(String line) {
        var clean = Printable.of(COLOUR.matcher(line).replaceAll("").strip());
        return clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean;
    }

    private static void closeQuietly(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException nothingToSave) {
            // the file was only read
        }
    }
}
