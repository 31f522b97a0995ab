package dev.interop.moqt.tap;

import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The arrival times of a client's standard output.
 *
 * @param times the arrival time of each piece of output, in microseconds since the epoch, by the number of bytes up to its end
 */
@API(status = Status.INTERNAL)
public record StdoutTimes(TreeMap<Long, Long> times) {
    private static final long LARGEST = 1 << 20;

    /** The times in a recording; none if it has no such file. */
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

    /** The arrival time of the byte at an offset, in microseconds since the epoch. */
    public OptionalLong at(long offset) {
        Map.Entry<Long, Long> next = times.higherEntry(offset);
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.getValue());
    }
}
