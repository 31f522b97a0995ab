package dev.interop.result;

import dev.interop.ProtocolVersion;
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
 * @param protocol the protocol
 * @param clients the rows of the matrix
 * @param servers its columns
 * @param tests the test cases that were selected
 * @param cells every cell, run or not, in the plan's order
 * @param started when it began
 * @param ended when it ended
 * @param seed the seed of all random values
 * @param target the target version, if the protocol has one
 */
@API(status = Status.EXPERIMENTAL)
public record RunResult(
        Protocol protocol,
        List<Implementation> clients,
        List<Implementation> servers,
        List<TestCase> tests,
        List<CellResult> cells,
        Instant started,
        Instant ended,
        long seed,
        Optional<ProtocolVersion> target) {
    public RunResult {
        clients = List.copyOf(clients);
        servers = List.copyOf(servers);
        tests = List.copyOf(tests);
        cells = List.copyOf(cells);
    }
}
