package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The configuration of a cell's containers.
 *
 * @param seed the seed of all random values of the cell
 * @param scenario the simulator's scenario with its arguments, empty without a simulator
 * @param requests the requests of the fetching endpoint, in order: URLs, or paths if the server fetches
 * @param env role → the environment variables of its container
 * @param caseNames test case → the client's own name for it, if different
 * @param remoteServer the address of the server, if it is remote
 */
@API(status = Status.EXPERIMENTAL)
public record CellSetup(
        @JsonSerialize(using = SeedJson.Writer.class) @JsonDeserialize(using = SeedJson.Reader.class)
        long seed,

        @JsonProperty(required = true) String scenario,
        List<String> requests,
        Map<ContainerRole, Map<String, String>> env,
        Map<String, String> caseNames,
        Optional<RemoteServer> remoteServer) {
    public CellSetup {
        requests = List.copyOf(requests);
        env = ContainerRole.inOrder(env);
        caseNames = Map.copyOf(caseNames);
    }

    /** A setup without requests and environment variables. */
    public static CellSetup of(long seed, String scenario) {
        return new CellSetup(seed, scenario, List.of(), Map.of(), Map.of(), Optional.empty());
    }
}
