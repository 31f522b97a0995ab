package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The decision of the simulator's scenario on one packet.
 *
 * @param direction the direction of the packet
 * @param packet the number of the UDP packet in its direction, from 1; empty if it is not UDP
 * @param frame the number of its frame in the capture of the side that it came from, from 1
 * @param decision what was done to it
 * @param offset the offset of the replaced byte in the UDP payload, if it was or should have been altered
 * @param before the byte ({@code 0x00}) or the client's public endpoint before
 * @param after the byte or endpoint after
 */
@API(status = Status.EXPERIMENTAL)
public record NetworkDecision(
        @JsonProperty(required = true) Direction direction,
        OptionalLong packet,
        @JsonProperty(required = true) long frame,
        @JsonProperty(required = true) Kind decision,
        @JsonProperty("byte") OptionalInt offset,
        Optional<String> before,
        Optional<String> after) {
    /** The direction of a packet. */
    public enum Direction {
        /** From server to client. */
        @JsonProperty("to_client")
        TO_CLIENT,
        /** From client to server. */
        @JsonProperty("to_server")
        TO_SERVER;

        /** The end of the names of the simulator's options for this direction. */
        String suffix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The kind of change to a packet. */
    public enum Kind {
        /** It was not delivered. */
        @JsonProperty("dropped")
        DROPPED,
        /** It was delivered with another byte. */
        @JsonProperty("altered")
        ALTERED,
        /** It was delivered as it was, since it ends before the byte that a list replaces. */
        @JsonProperty("missed")
        MISSED,
        /** It was the first of a new public endpoint of the client. */
        @JsonProperty("rebound")
        REBOUND
    }

    /** Says it in a sentence, such as "packet 3 to the server was dropped". */
    public String sentence() {
        var end = direction == Direction.TO_SERVER ? "server" : "client";
        var which = packet.isPresent()
                ? "packet " + packet.getAsLong() + " to the " + end
                : "a packet to the " + end + " that is not UDP";
        return switch (decision) {
            case DROPPED -> which + " was dropped";
            case ALTERED ->
                "%s was altered at byte %s (%s → %s)"
                        .formatted(which, offset.orElse(0), before.orElse("?"), after.orElse("?"));
            case MISSED -> "%s was not altered, since it ends before byte %s".formatted(which, offset.orElse(0));
            case REBOUND ->
                "from %s on, the client came from %s instead of %s"
                        .formatted(which, after.orElse("?"), before.orElse("?"));
        };
    }
}
