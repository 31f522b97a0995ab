package dev.interop.result;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Provenance;
import dev.interop.verdict.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one cell came out: what every writer reads, and what a line of {@code cells.jsonl} says.
 *
 * @param id unique within a run and the same in each run: {@code PROTOCOL/SERVER_CLIENT/TEST}
 * @param protocol the protocol's name
 * @param client the client implementation's name
 * @param server the server implementation's name
 * @param test the test case's name
 * @param transport the transport, where the protocol has several
 * @param version the draft version, where the protocol has several
 * @param verdict what was decided
 * @param images part → image id
 * @param builds part → which sources its image says that it was built from, where it says it
 * @param seed what all randomness of the cell came from
 * @param scenario the simulator's scenario, empty without a simulator
 * @param endings part → how its container ended
 * @param times what its phases took; empty when it was not run
 * @param span seconds between the first and the last packet of the client's capture, if there is one
 * @param measurement what was measured, if the test case measures
 * @param logs the recording's folder, relative to the run's folder; empty when it was not run
 */
public record CellResult(
        String id,
        String protocol,
        String client,
        String server,
        String test,
        Optional<String> transport,
        Optional<String> version,
        Verdict verdict,
        Map<ContainerRole, String> images,
        Map<ContainerRole, Provenance> builds,
        long seed,
        String scenario,
        Map<ContainerRole, ContainerEnd> endings,
        Optional<PhaseTimes> times,
        OptionalDouble span,
        Optional<Measured> measurement,
        String logs) {
    private static final int SEGMENTS_WITH_ROUTE = 4;

    public CellResult {
        images = Map.copyOf(images);
        builds = Map.copyOf(builds);
        endings = Map.copyOf(endings);
    }

    /** Over which of a pair's routes it ran: what the id has between the pair and the test case; empty for the only one. */
    public String route() {
        var segments = id.split("/", -1);
        return segments.length == SEGMENTS_WITH_ROUTE ? segments[2] : "";
    }
}
