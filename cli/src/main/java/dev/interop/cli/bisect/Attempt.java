package dev.interop.cli.bisect;

import dev.interop.result.CellResult;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One run of the cell.
 *
 * @param result its result
 * @param run the folder of the run
 */
@API(status = Status.INTERNAL)
public record Attempt(CellResult result, Path run) {}
