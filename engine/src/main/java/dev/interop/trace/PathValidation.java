package dev.interop.trace;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The frames of path validation in a packet (RFC 9000 §8.2).
 *
 * @param challenges the data of PATH_CHALLENGE frames, in hexadecimal
 * @param responses the data of PATH_RESPONSE frames, in hexadecimal
 */
@API(status = Status.EXPERIMENTAL)
public record PathValidation(List<String> challenges, List<String> responses) {
    /** No such frames. */
    public static final PathValidation NONE = new PathValidation(List.of(), List.of());

    public PathValidation {
        challenges = List.copyOf(challenges);
        responses = List.copyOf(responses);
    }
}
