package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a cell came out as it did.
 *
 * @param code for machines
 * @param text for people, one line
 */
public record Reason(
        @JsonProperty(required = true) ReasonCode code,
        @JsonProperty(required = true) String text) {}
