package dev.interop.verdict;

import dev.interop.recording.Recording;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a protocol's clients say how they fared. Has no state. */
@FunctionalInterface
@API(status = Status.EXPERIMENTAL)
public interface ReportSource {
    /** Of clients that say it by their exit code alone: 0 claims nothing that a check does not have to show. */
    ReportSource EXIT_CODE = recording -> Optional.empty();

    /** What the client says; empty where its exit code is all. Never throws for what a client printed. */
    Optional<ReportedOutcome> of(Recording recording);
}
