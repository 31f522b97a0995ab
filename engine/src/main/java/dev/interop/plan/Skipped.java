package dev.interop.plan;

import dev.interop.verdict.Reason;

/**
 * A cell that is known beforehand not to run.
 *
 * @param cell the cell
 * @param reason why
 */
public record Skipped(Cell cell, Reason reason) {}
