package dev.interop.report;

import dev.interop.result.CellStatus;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Whether a terminal's text is coloured. */
@API(status = Status.INTERNAL)
public enum Colour {
    /** Plain text. */
    NEVER,
    /** With ANSI escape sequences. */
    ALWAYS;

    private static final String RESET = "\u001b[0m";

    /** The text in the status's colour. */
    String of(CellStatus status, String text) {
        return this == NEVER ? text : sequence(status) + text + RESET;
    }

    private static String sequence(CellStatus status) {
        return switch (status) {
            case SUCCEEDED -> "\u001b[32m";
            case FAILED, STALE -> "\u001b[1;31m";
            case UNDECIDED, FLAKY -> "\u001b[33m";
            case ERROR -> "\u001b[1;35m";
            case KNOWN, UNSUPPORTED, SKIPPED -> "\u001b[2m";
        };
    }
}
