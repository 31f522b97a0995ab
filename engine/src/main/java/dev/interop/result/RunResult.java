package dev.interop.result;

import dev.interop.ProtocolVersion;
import dev.interop.expectation.Expected;
import dev.interop.plan.Axes;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of a run.
 *
 * @param axes the matrix, as it was planned
 * @param cells every cell, run or not, in the plan's order
 * @param started when it began
 * @param ended when it ended
 * @param seed the seed of all random values
 * @param target the target version, if the protocol has one
 * @param expired the entries of the expectations that fail the run because they have expired, and fail none of its cells
 */
@API(status = Status.EXPERIMENTAL)
public record RunResult(
        Axes axes,
        List<CellResult> cells,
        Instant started,
        Instant ended,
        long seed,
        Optional<ProtocolVersion> target,
        List<Expected> expired) {
    public RunResult {
        cells = List.copyOf(cells);
        expired = List.copyOf(expired);
    }

    /** A run whose expectations have all not expired, or fail cells. */
    public RunResult(
            Axes axes,
            List<CellResult> cells,
            Instant started,
            Instant ended,
            long seed,
            Optional<ProtocolVersion> target) {
        this(axes, cells, started, ended, seed, target, List.of());
    }

    /** The protocol. */
    public Protocol protocol() {
        return axes.protocol();
    }

    /** The rows of the matrix. */
    public List<Implementation> clients() {
        return axes.clients();
    }

    /** The columns of the matrix. */
    public List<Implementation> servers() {
        return axes.servers();
    }

    /** The test cases that were selected. */
    public List<TestCase> tests() {
        return axes.tests();
    }
}
