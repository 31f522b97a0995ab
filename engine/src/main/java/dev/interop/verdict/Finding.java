package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One violation that a check found.
 *
 * @param rule the check's rule, one sentence
 * @param section the section of the specification, such as {@code RFC 9000 §8.1.2}
 * @param expected the expected behaviour
 * @param seen the observed behaviour
 * @param evidence the packet, line or file that shows it
 * @param atFault the endpoint that caused it; empty if that is not known
 */
@API(status = Status.EXPERIMENTAL)
public record Finding(
        @JsonProperty(required = true) String rule,
        @JsonProperty(required = true) String section,
        @JsonProperty(required = true) String expected,
        @JsonProperty(required = true) String seen,
        @JsonProperty(required = true) Location evidence,
        Optional<AtFault> atFault) {
    /** A violation of which it is not known who caused it. */
    public Finding(String rule, String section, String expected, String seen, Location evidence) {
        this(rule, section, expected, seen, evidence, Optional.empty());
    }

    /** Returns a copy that says who caused the violation. */
    public Finding by(AtFault cause) {
        return new Finding(rule, section, expected, seen, evidence, Optional.of(cause));
    }
}
