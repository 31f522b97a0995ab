package dev.interop.trace;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds in the simulator's output how many packets its captures lost; the pcap format cannot hold this number. */
final class CaptureLoss {
    /** The last lines of tcpdump (in the public simulator image) and of our simulator. */
    private static final Pattern LOST = Pattern.compile(
            "\\b(\\d{1,9}) packets? dropped by (?:kernel|interface)\\b|\\bcapture: \\d+ frames, (\\d{1,9}) missed\\b");

    private static final long LARGEST_LOG = 64L << 20;

    private CaptureLoss() {}

    static long reportedBy(Recording recording) {
        return reportedBy(recording.stderr(ContainerRole.SIM)) + reportedBy(recording.stdout(ContainerRole.SIM));
    }

    private static long reportedBy(Path log) {
        try {
            if (!Files.isRegularFile(log) || Files.size(log) > LARGEST_LOG) {
                return 0;
            }
            return Files.readString(log, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(LOST::matcher)
                    .filter(it -> it.find())
                    .mapToLong(it -> Long.parseLong(it.group(1) != null ? it.group(1) : it.group(2)))
                    .sum();
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
