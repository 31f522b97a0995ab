package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One thing that is not as it must be.
 *
 * @param rule the check's rule, one sentence
 * @param section where the rule comes from, such as {@code RFC 9000 §8.1.2}
 * @param expected what had to be seen
 * @param seen what was seen
 * @param evidence where
 */
@API(status = Status.EXPERIMENTAL)
public record Finding(
        @JsonProperty(required = true) String rule,
        @JsonProperty(required = true) String section,
        @JsonProperty(required = true) String expected,
        @JsonProperty(required = true) String seen,
        @JsonProperty(required = true) Location evidence) {}
