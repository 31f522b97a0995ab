package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A result among those that a client reports as passed in one run, and what became of the claim.
 *
 * @param name the test case, in our name of it where we know it
 * @param proof what the wire says of it
 * @param reason why, one line
 */
@API(status = Status.EXPERIMENTAL)
public record ClaimedPart(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) Proof proof,
        @JsonProperty(required = true) String reason) {}
