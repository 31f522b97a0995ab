package dev.interop.protocol;

import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.registry.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The endpoint contract of the public QUIC runner: a server serves files, and a client fetches them. */
@API(status = Status.EXPERIMENTAL)
public final class RunnerContract implements Contract {
    /** Creates the contract, which has no state. */
    public RunnerContract() {}

    @Override
    public ServerAddress server() {
        return new ServerAddress("server", 443);
    }

    @Override
    public NetworkSetup networkSetup() {
        return NetworkSetup.ENDPOINT;
    }

    @Override
    public List<String> requests(EndpointPairing pairing) {
        return urls(pairing.fileRequests());
    }

    /** The URLs of the files; without files, that of the server, if there is one: the client has to know where it is. */
    private static List<String> urls(FileRequests files) {
        return files.paths().isEmpty() && !files.authority().isEmpty() ? List.of(files.url("")) : files.urls();
    }

    @Override
    public EndpointSetup client(EndpointPairing pairing) {
        return endpoint(
                pairing,
                Role.CLIENT,
                urls(pairing.fileRequests()),
                Map.of(),
                List.of(new Folder("/downloads", Use.DOWNLOADS)));
    }

    @Override
    public EndpointSetup server(EndpointPairing pairing) {
        return endpoint(pairing, Role.SERVER, List.of(), Map.of(), List.of(new Folder("/www", Use.SERVED)));
    }

    /**
     * The setup of an endpoint, for contracts that extend this one.
     *
     * @param role {@link Role#CLIENT} or {@link Role#SERVER}
     * @param requests the files to fetch; without any, the endpoint gets no REQUESTS
     * @param more variables in addition to those that every endpoint gets
     * @param files the folders that it serves from and downloads to
     */
    public EndpointSetup endpoint(
            EndpointPairing pairing, Role role, List<String> requests, Map<String, String> more, List<Folder> files) {
        var connects = role.equals(Role.CLIENT);
        var endpoint = connects ? pairing.client() : pairing.server();
        var env = new HashMap<>(endpoint.env());
        env.put("ROLE", role.label());
        env.put("TESTCASE", connects ? pairing.clientTestcase() : pairing.serverTestcase());
        env.put("SSLKEYLOGFILE", "/logs/keys.log");
        env.put("QLOGDIR", "/logs/qlog/");
        if (!requests.isEmpty()) {
            env.put("REQUESTS", String.join(" ", requests));
        }
        env.putAll(more);
        var folders = new ArrayList<>(List.of(new Folder("/certs", Use.CERTIFICATES)));
        folders.addAll(files);
        folders.add(new Folder("/logs", Use.LOGS));
        folders.add(new Folder("/logs/qlog", Use.SCRATCH));
        return new EndpointSetup(env, endpoint.mapping().args(), folders);
    }
}
