package dev.interop.moqt.tap;

import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * When a client's output came.
 *
 * @param times bytes that had come → when, microseconds since the epoch
 */
public record StdoutTimes(TreeMap<Long, Long> times) {
    private static final long LARGEST = 1 << 20;

    /** None where the recording does not say. */
    public static StdoutTimes of(Recording recording) {
        var times = new TreeMap<Long, Long>();
        var file = recording.stdoutTimes();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                for (var line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                    var numbers = line.split(" ", -1);
                    times.putIfAbsent(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
                }
            }
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            times.clear();
        }
        return new StdoutTimes(times);
    }

    /** When the byte at an offset came, microseconds since the epoch. */
    public OptionalLong at(long offset) {
        Map.Entry<Long, Long> next = times.higherEntry(offset);
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.getValue());
    }
}
