package dev.interop.plan;

import dev.interop.verdict.Reason;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A cell that is reported but does not run, for a reason that is known when the run is planned.
 *
 * @param cell the cell
 * @param reason why it does not run
 */
@API(status = Status.EXPERIMENTAL)
public record Skipped(Cell cell, Reason reason) {}
