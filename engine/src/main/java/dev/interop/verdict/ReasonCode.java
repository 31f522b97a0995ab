package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a cell came out as it did, for machines; the labels are stable. */
public enum ReasonCode {
    /** Succeeded: every check passed. */
    CHECKS_PASSED,
    /** Succeeded: the client says so, and the wire could not be asked, or was not. */
    CLAIMED,
    /** Failed: a check found something. */
    CHECK_FAILED,
    /** Failed: the client claims a pass, and the wire says otherwise. */
    CONTRADICTED,
    /** Failed: the client reports a failure. */
    POINT_FAILED,
    /** Failed: the client gave up in the midst of its report. */
    BAILED_OUT,
    /** Failed: the client's report does not say how many results it was to have. */
    PLAN_MISSING,
    /** Failed: the client's report has other than the planned number of results. */
    POINTS_MISSING,
    /** Failed: the client's report contradicts itself, such as by a result that is there twice. */
    REPORT_INVALID,
    /** Failed: the client reported nothing. */
    REPORT_MISSING,
    /** Failed: the client's report does not name the test case that it was asked for. */
    CASE_MISSING,
    /** Failed: the client took far longer than the test case's limit before it reported a pass. */
    TOO_SLOW,
    /** Failed: the client's exit code says otherwise than its report. */
    WRONG_EXIT_CODE,
    /** Failed: the client ended with an exit code other than 0 and 127. */
    CLIENT_FAILED,
    /** Failed: the server ended by itself before the client. */
    SERVER_ENDED,
    /** Failed: the server never answered. */
    SERVER_SILENT,
    /** Failed: the server's address answered, but nobody is bound to its port. */
    SERVER_UNBOUND,
    /** Failed: the time limit was reached. */
    TIME_LIMIT,
    /** Failed: a container was killed for its memory limit. */
    OUT_OF_MEMORY,
    /** Unsupported: the client ended with 127. */
    CLIENT_UNSUPPORTED,
    /** Unsupported: the server ended with 127. */
    SERVER_UNSUPPORTED,
    /** Undecided: neither side wrote a keylog that the check needs. */
    NO_KEYLOG,
    /** Undecided: the capture is missing, cut short or lost packets. */
    NO_TRACE,
    /** Undecided: the capture could not be dissected. */
    TRACE_UNREADABLE,
    /** Undecided: what the wire carries could not be read in full. */
    WIRE_UNREADABLE,
    /** Undecided: the client reports a failure that it says to know of (TODO). */
    CASE_TODO,
    /** Error: a 127 that came from a shell or engine which did not find a binary. */
    BINARY_MISSING,
    /** Error: an image is missing. */
    IMAGE_MISSING,
    /** Error: a container could not be started. */
    START_FAILED,
    /** Error: the simulator failed. */
    SIMULATOR_FAILED,
    /** Error: the disk is full. */
    DISK_FULL,
    /** Error: the container engine went away. */
    ENGINE_LOST,
    /** Error: the harness itself failed. */
    HARNESS,
    /** Skipped: the implementation is not compliant in this role: it does not end with 127 on an unknown test case. */
    NOT_COMPLIANT,
    /** Skipped: the client says that it did not run the test case. */
    CASE_SKIPPED,
    /** Skipped: the run was cancelled before the cell had ended. */
    CANCELLED,
    /** Skipped: client and server share no version. */
    NO_COMMON_VERSION,
    /** Skipped: left out by a filter. */
    FILTERED;

    /** Lower case with hyphens, as JSON spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
