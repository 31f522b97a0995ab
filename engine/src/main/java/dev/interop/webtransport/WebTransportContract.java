package dev.interop.webtransport;

import dev.interop.protocol.Contract;
import dev.interop.protocol.DelegatingContract;
import dev.interop.protocol.EndpointPairing;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.protocol.FileRequests;
import dev.interop.protocol.RunnerContract;
import dev.interop.registry.Role;
import java.util.List;
import java.util.Map;

/**
 * The endpoint contract of the public runner for WebTransport. It differs from QUIC's in three points: either endpoint may
 * be asked to fetch files, both offer application protocols, and files are in a folder named like the session's path.
 */
final class WebTransportContract implements DelegatingContract {
    static final String PROTOCOLS = "PROTOCOLS";

    private final RunnerContract runner = new RunnerContract();

    @Override
    public Contract base() {
        return runner;
    }

    @Override
    public Layout layout() {
        return Layout.FOLDER;
    }

    @Override
    public List<String> requests(EndpointPairing pairing) {
        var fileRequests = pairing.fileRequests();
        return fileRequests.from().equals(Role.CLIENT) ? fileRequests.paths() : clientRequests(fileRequests);
    }

    @Override
    public EndpointSetup client(EndpointPairing pairing) {
        return endpoint(
                pairing,
                Role.CLIENT,
                clientRequests(pairing.fileRequests()),
                offers(pairing).client());
    }

    @Override
    public EndpointSetup server(EndpointPairing pairing) {
        var fileRequests = pairing.fileRequests();
        var requests = fileRequests.from().equals(Role.CLIENT) ? fileRequests.paths() : List.<String>of();
        return endpoint(pairing, Role.SERVER, requests, offers(pairing).server());
    }

    private EndpointSetup endpoint(EndpointPairing pairing, Role role, List<String> requests, List<String> offered) {
        var use = pairing.fileRequests().from().equals(role) ? Use.SERVED : Use.SERVED_EMPTY;
        return runner.endpoint(
                pairing,
                role,
                requests,
                Map.of(PROTOCOLS, String.join(" ", offered)),
                List.of(new Folder("/www", use), new Folder("/downloads", Use.DOWNLOADS)));
    }

    /** The URLs of the files that the client fetches, or those of the sessions if it fetches none. */
    private static List<String> clientRequests(FileRequests fileRequests) {
        return fileRequests.from().equals(Role.SERVER) && !fileRequests.paths().isEmpty()
                ? fileRequests.urls()
                : fileRequests.folders().stream().map(fileRequests::url).toList();
    }

    private static Offers offers(EndpointPairing pairing) {
        return pairing.clientTestcase().equals(SessionHandshake.NAME)
                ? Offers.crossed(pairing.seed())
                : Offers.same(pairing.seed());
    }
}
