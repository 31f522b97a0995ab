package dev.interop.report;

import dev.interop.verdict.Outcome;
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

    /** The text in the outcome's colour. */
    String of(Outcome outcome, String text) {
        return this == NEVER ? text : sequence(outcome) + text + RESET;
    }

    private static String sequence(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> "\u001b[32m";
            case FAILED -> "\u001b[1;31m";
            case UNDECIDED -> "\u001b[33m";
            case ERROR -> "\u001b[1;35m";
            case UNSUPPORTED, SKIPPED -> "\u001b[2m";
        };
    }
}
