package dev.interop.expectation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a cell is expected to fail, in its author's words.
 *
 * @param reason the reason
 * @param bug the link to a report of the bug, if there is one
 * @param until the last day on which it counts, if there is one
 */
record Cause(String reason, Optional<String> bug, Optional<LocalDate> until) {}
