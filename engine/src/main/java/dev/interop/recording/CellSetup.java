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
 * What the containers of a cell were made with.
 *
 * @param seed what all randomness of the cell came from
 * @param scenario the simulator's scenario with its arguments, empty without a simulator
 * @param requests what the side that fetches was asked for, in order: URLs, or paths where that is the server
 * @param env role → the variables that its container was given
 * @param caseNames test cases → what the client calls them, where it calls them otherwise
 * @param remoteServer where the server is, of one that runs elsewhere
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

    /** A setup of endpoints that are told nothing beyond this. */
    public static CellSetup of(long seed, String scenario) {
        return new CellSetup(seed, scenario, List.of(), Map.of(), Map.of(), Optional.empty());
    }
}
