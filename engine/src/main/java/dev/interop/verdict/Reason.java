package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The reason for a cell's outcome.
 *
 * @param code the stable code for programs
 * @param text one line of text for display
 */
@API(status = Status.EXPERIMENTAL)
public record Reason(
        @JsonProperty(required = true) ReasonCode code,
        @JsonProperty(required = true) String text) {}
