package dev.interop.verdict;

import dev.interop.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A log file that is searched from its end. */
final class LogFile {
    static final long LARGEST = 64L << 20;

    private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;]*[A-Za-z]");
    private static final int LONGEST_SHOWN = 300;
    /** More than enough for the shown part of a line, with its colours. */
    private static final int LONGEST_READ = 2_000;
    /** Bounds the time for a log whose lines look as if they matched, but do not. */
    private static final int MOST_REJECTED = 10_000;

    private final String name;
    private final byte[] bytes;

    private LogFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** Tests a part of a log, which is one line or its beginning. */
    interface LineTest {
        /** Whether the bytes from an offset to another are wanted. */
        boolean matches(byte[] bytes, int from, int to);
    }

    /**
     * Reads a log.
     *
     * @param name the file's name in the recording
     * @return empty if there is no such log or it is too large
     */
    static Optional<LogFile> read(String name, Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(new LogFile(name, Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The size in bytes. */
    long size() {
        return bytes.length;
    }

    /** The last line that passes both tests; the second one gets its printable text. */
    Optional<LogLine> last(LineTest quick, Predicate<String> exact) {
        return last(1, quick, exact).stream().findFirst();
    }

    /** The last lines that are not blank, the last one first. */
    List<LogLine> last(int count) {
        return last(count, LogFile::hasText, line -> true);
    }

    static boolean hasText(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private List<LogLine> last(int count, LineTest quick, Predicate<String> exact) {
        var found = new ArrayList<LogLine>();
        int rejected = 0;
        for (int end = bytes.length; end >= 0 && found.size() < count && rejected < MOST_REJECTED; ) {
            int start = start(end);
            int shownEnd = Math.min(end, start + LONGEST_READ);
            if (quick.matches(bytes, start, shownEnd)) {
                var text = shown(new String(bytes, start, shownEnd - start, StandardCharsets.UTF_8));
                if (!text.isEmpty() && exact.test(text)) {
                    found.add(new LogLine(Location.ofLine(name, number(start)), text));
                } else {
                    rejected++;
                }
            }
            end = start - 1;
        }
        return found;
    }

    /** The offset of the first byte of the line that ends here. */
    private int start(int end) {
        int start = end;
        while (start > 0 && bytes[start - 1] != '\n' && bytes[start - 1] != '\r') {
            start--;
        }
        return start;
    }

    /** The number of the line that starts here, from 1; a carriage return with a line feed is one line end. */
    private int number(int start) {
        int number = 1;
        for (int i = 0; i < start; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r' && bytes[i + 1] != '\n') {
                number++;
            }
        }
        return number;
    }

    private static String shown(String line) {
        return Printable.cut(COLOUR.matcher(line).replaceAll("").strip(), LONGEST_SHOWN);
    }
}
