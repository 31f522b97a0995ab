package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One of several results that a client reports as passed, and the proof of it.
 *
 * @param name the test case, by the protocol's name if it is known, else by the client's
 * @param proof the proof of the pass
 * @param reason the reason for the proof's value, in one line
 */
@API(status = Status.EXPERIMENTAL)
public record ClaimedPart(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) Proof proof,
        @JsonProperty(required = true) String reason) {}
