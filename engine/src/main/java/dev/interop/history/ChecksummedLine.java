package dev.interop.history;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A line of JSON whose last member is a checksum of the text before it, so that a line that was altered on the disk is
 * not taken for a result.
 */
final class ChecksummedLine {
    private static final String MEMBER = ",\"crc\":\"";
    private static final Pattern END = Pattern.compile(",\"crc\":\"([0-9a-f]{8})\"}$");

    private ChecksummedLine() {}

    /** Adds the checksum to an object that has at least one member. */
    static String write(String object) {
        var open = object.substring(0, object.length() - 1);
        return open + MEMBER + checksum(open) + "\"}";
    }

    /** Removes the checksum; empty if it is missing or wrong. */
    static Optional<String> read(String line) {
        var start = line.lastIndexOf(MEMBER);
        if (start < 0) {
            return Optional.empty();
        }
        var end = END.matcher(line).region(start, line.length());
        var open = line.substring(0, start);
        return end.lookingAt() && end.group(1).equals(checksum(open)) ? Optional.of(open + "}") : Optional.empty();
    }

    private static String checksum(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
