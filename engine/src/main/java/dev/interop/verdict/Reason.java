package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Why a cell came out as it did.
 *
 * @param code for machines
 * @param text for people, one line
 */
@API(status = Status.EXPERIMENTAL)
public record Reason(
        @JsonProperty(required = true) ReasonCode code,
        @JsonProperty(required = true) String text) {}
