package dev.interop.verdict;

import dev.interop.recording.Recording;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads the report of a protocol's client. It has no state. */
@FunctionalInterface
@API(status = Status.EXPERIMENTAL)
public interface ReportSource {
    /** The source for clients that report by their exit code alone: code 0 claims no pass, so checks must prove it. */
    ReportSource EXIT_CODE = recording -> Optional.empty();

    /** The format of reports that have no word of their own. */
    String FORMAT = "report";

    /**
     * The word for the format of the reports, in lower case, such as {@code report}. A cell's line in {@code cells.jsonl}
     * has the client's claim under this key, so it differs from the other keys there.
     */
    default String format() {
        return FORMAT;
    }

    /**
     * Returns the reported outcome; empty if the client has only an exit code. Never throws because of a client's
     * output.
     */
    Optional<ReportedOutcome> of(Recording recording);
}
