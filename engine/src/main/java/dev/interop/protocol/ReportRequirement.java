package dev.interop.protocol;

import dev.interop.verdict.ReasonCode;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A requirement on what a client reports, in words for people.
 *
 * @param rule the requirement, in a few words
 * @param section the section of the contract that has it
 * @param changes the reasons of reported outcomes that do not meet it, each with the change that the client needs
 */
@API(status = Status.EXPERIMENTAL)
public record ReportRequirement(String rule, String section, Map<ReasonCode, String> changes) {
    public ReportRequirement {
        changes = Map.copyOf(changes);
    }
}
