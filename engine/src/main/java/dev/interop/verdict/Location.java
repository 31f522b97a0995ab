package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interop.trace.Packet;
import dev.interop.trace.Trace;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A location in a recording that shows a finding.
 *
 * @param file relative to the recording's folder, with {@code /} between segments; empty when no file shows it
 * @param packet the packet's number in that capture, from 1
 * @param time seconds since that capture's first packet
 * @param line the line in that log, from 1
 */
@API(status = Status.EXPERIMENTAL)
public record Location(
        @JsonProperty(required = true) String file, OptionalLong packet, OptionalDouble time, OptionalInt line) {
    /** No location: the finding is about something that is missing. */
    public static Location none() {
        return ofFile("");
    }

    /** A file as a whole. */
    public static Location ofFile(String file) {
        return new Location(file, OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.empty());
    }

    /** A line of a log. */
    public static Location ofLine(String file, int line) {
        return new Location(file, OptionalLong.empty(), OptionalDouble.empty(), OptionalInt.of(line));
    }

    /** A packet of a capture. */
    public static Location ofPacket(String file, long packet, double time) {
        return new Location(file, OptionalLong.of(packet), OptionalDouble.of(time), OptionalInt.empty());
    }

    /** A packet of a trace. */
    public static Location of(Trace trace, Packet packet) {
        return ofPacket(trace.file(), packet.number(), packet.time());
    }
}
