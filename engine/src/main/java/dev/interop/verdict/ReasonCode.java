package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A stable code for the reason of a cell's outcome. The constants here exist for every protocol; a protocol may define
 * more. Codes are equal if their labels are.
 *
 * @param label lower case with hyphens, as JSON spells it; stable
 */
@API(status = Status.EXPERIMENTAL)
public record ReasonCode(@JsonValue String label) {
    private static final Pattern LABEL = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** Succeeded: every check passed. */
    public static final ReasonCode CHECKS_PASSED = new ReasonCode("checks-passed");

    /** Succeeded: the client claims a pass, and packets do not prove it. */
    public static final ReasonCode CLAIMED = new ReasonCode("claimed");

    /** Failed: a check found something. */
    public static final ReasonCode CHECK_FAILED = new ReasonCode("check-failed");

    /** Failed: the client claims a pass, and packets contradict it. */
    public static final ReasonCode CONTRADICTED = new ReasonCode("contradicted");

    /** Failed: the client reported nothing. */
    public static final ReasonCode REPORT_MISSING = new ReasonCode("report-missing");

    /** Failed: the client ended with an exit code other than 0 and 127. */
    public static final ReasonCode CLIENT_FAILED = new ReasonCode("client-failed");

    /** Failed: the server ended by itself before the client. */
    public static final ReasonCode SERVER_ENDED = new ReasonCode("server-ended");

    /** Failed: the server never answered. */
    public static final ReasonCode SERVER_SILENT = new ReasonCode("server-silent");

    /** Failed: the server's address answered, but no socket is bound to its port. */
    public static final ReasonCode SERVER_UNBOUND = new ReasonCode("server-unbound");

    /** Failed: the time limit was reached. */
    public static final ReasonCode TIME_LIMIT = new ReasonCode("time-limit");

    /** Failed: a container was killed for its memory limit. */
    public static final ReasonCode OUT_OF_MEMORY = new ReasonCode("out-of-memory");

    /** Failed: an endpoint was stopped because it filled the disk. */
    public static final ReasonCode DISK_LIMIT = new ReasonCode("disk-limit");

    /** Unsupported: the client ended with 127. */
    public static final ReasonCode CLIENT_UNSUPPORTED = new ReasonCode("client-unsupported");

    /** Unsupported: the server ended with 127. */
    public static final ReasonCode SERVER_UNSUPPORTED = new ReasonCode("server-unsupported");

    /** Undecided: neither side wrote a keylog that the check needs. */
    public static final ReasonCode NO_KEYLOG = new ReasonCode("no-keylog");

    /** Undecided: the capture is missing, truncated or incomplete. */
    public static final ReasonCode NO_TRACE = new ReasonCode("no-trace");

    /** Undecided: the capture could not be dissected. */
    public static final ReasonCode TRACE_UNREADABLE = new ReasonCode("trace-unreadable");

    /** Undecided: the cell failed while the machine was too busy for it. */
    public static final ReasonCode OVERLOADED = new ReasonCode("overloaded");

    /** Error: exit code 127 came from a shell or container engine that did not find the program. */
    public static final ReasonCode BINARY_MISSING = new ReasonCode("binary-missing");

    /** Error: an image is missing. */
    public static final ReasonCode IMAGE_MISSING = new ReasonCode("image-missing");

    /** Error: a container could not be started. */
    public static final ReasonCode START_FAILED = new ReasonCode("start-failed");

    /** Error: the simulator failed. */
    public static final ReasonCode SIMULATOR_FAILED = new ReasonCode("simulator-failed");

    /** Error: the disk is full. */
    public static final ReasonCode DISK_FULL = new ReasonCode("disk-full");

    /** Error: the container engine became unreachable. */
    public static final ReasonCode ENGINE_LOST = new ReasonCode("engine-lost");

    /** Error: the harness itself failed. */
    public static final ReasonCode HARNESS = new ReasonCode("harness");

    /** Skipped: the implementation is not compliant in this role: it does not end with 127 on an unknown test case. */
    public static final ReasonCode NOT_COMPLIANT = new ReasonCode("not-compliant");

    /** Skipped: the run was cancelled before the cell had ended. */
    public static final ReasonCode CANCELLED = new ReasonCode("cancelled");

    /** Skipped: client and server share no version. */
    public static final ReasonCode NO_COMMON_VERSION = new ReasonCode("no-common-version");

    /** Skipped: left out by a filter. */
    public static final ReasonCode FILTERED = new ReasonCode("filtered");

    /** Skipped: it was green in an earlier run, and nothing that it depends on has changed since. */
    public static final ReasonCode UNCHANGED = new ReasonCode("unchanged");

    /** Skipped: it would not have ended within the time for the run. */
    public static final ReasonCode NO_TIME = new ReasonCode("no-time");

    private static final List<ReasonCode> ALL = List.of(
            CHECKS_PASSED,
            CLAIMED,
            CHECK_FAILED,
            CONTRADICTED,
            REPORT_MISSING,
            CLIENT_FAILED,
            SERVER_ENDED,
            SERVER_SILENT,
            SERVER_UNBOUND,
            TIME_LIMIT,
            OUT_OF_MEMORY,
            DISK_LIMIT,
            CLIENT_UNSUPPORTED,
            SERVER_UNSUPPORTED,
            NO_KEYLOG,
            NO_TRACE,
            TRACE_UNREADABLE,
            OVERLOADED,
            BINARY_MISSING,
            IMAGE_MISSING,
            START_FAILED,
            SIMULATOR_FAILED,
            DISK_FULL,
            ENGINE_LOST,
            HARNESS,
            NOT_COMPLIANT,
            CANCELLED,
            NO_COMMON_VERSION,
            FILTERED,
            UNCHANGED,
            NO_TIME);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReasonCode {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("'%s' is no reason's label".formatted(label));
        }
    }

    /** The codes that exist for every protocol. */
    public static List<ReasonCode> all() {
        return ALL;
    }

    @Override
    public String toString() {
        return label;
    }
}
