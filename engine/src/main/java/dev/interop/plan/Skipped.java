package dev.interop.plan;

import dev.interop.verdict.Reason;

/**
 * A cell that is reported but does not run, for a reason that is known when the run is planned.
 *
 * @param cell the cell
 * @param reason why it does not run
 */
public record Skipped(Cell cell, Reason reason) {}
