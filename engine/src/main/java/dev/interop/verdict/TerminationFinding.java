package dev.interop.verdict;

import java.util.Optional;

/** A finding on how a cell ended. */
final class TerminationFinding {
    private static final String SECTION = "endpoint contract, exit codes";

    private TerminationFinding() {}

    static Finding of(String rule, String expected, String seen, Optional<LogLine> line) {
        return of(
                rule,
                expected,
                seen + line.map(it -> ": " + it.text()).orElse(""),
                line.map(LogLine::where).orElseGet(Location::none));
    }

    static Finding of(String rule, String expected, String seen, Location where) {
        return new Finding(rule, SECTION, expected, seen, where);
    }
}
