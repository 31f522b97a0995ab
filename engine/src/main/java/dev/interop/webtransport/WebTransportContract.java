package dev.interop.webtransport;

import dev.interop.protocol.Contract;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.protocol.Errand;
import dev.interop.protocol.Meeting;
import dev.interop.protocol.RunnerContract;
import dev.interop.registry.Role;
import java.util.List;
import java.util.Map;

/**
 * The endpoint contract of the public runner for WebTransport: as for QUIC, but either side may be asked to fetch, each
 * offers application protocols, and files lie in a folder that is named as the session's endpoint.
 */
final class WebTransportContract implements Contract {
    static final String PROTOCOLS = "PROTOCOLS";

    private final RunnerContract runner = new RunnerContract();

    @Override
    public String server() {
        return runner.server();
    }

    @Override
    public Care care() {
        return runner.care();
    }

    @Override
    public Layout layout() {
        return Layout.FOLDER;
    }

    @Override
    public List<String> requests(Meeting meeting) {
        var errand = meeting.errand();
        return errand.from() == Role.CLIENT ? errand.paths() : clientRequests(errand);
    }

    @Override
    public EndpointSetup client(Meeting meeting) {
        return endpoint(
                meeting,
                Role.CLIENT,
                clientRequests(meeting.errand()),
                offers(meeting).client());
    }

    @Override
    public EndpointSetup server(Meeting meeting) {
        var errand = meeting.errand();
        var requests = errand.from() == Role.CLIENT ? errand.paths() : List.<String>of();
        return endpoint(meeting, Role.SERVER, requests, offers(meeting).server());
    }

    private EndpointSetup endpoint(Meeting meeting, Role role, List<String> requests, List<String> offered) {
        var serves = meeting.errand().from() == role ? Use.SERVED : Use.SERVED_EMPTY;
        return runner.endpoint(
                meeting,
                role,
                requests,
                Map.of(PROTOCOLS, String.join(" ", offered)),
                List.of(new Folder("/www", serves), new Folder("/downloads", Use.DOWNLOADS)));
    }

    /** The files; without any, or where the client has them, the session alone. */
    private static List<String> clientRequests(Errand errand) {
        return errand.from() == Role.SERVER && !errand.paths().isEmpty()
                ? errand.urls()
                : errand.folder().map(errand::url).stream().toList();
    }

    private static Offers offers(Meeting meeting) {
        return meeting.clientTestcase().equals(Handshake.NAME)
                ? Offers.crossed(meeting.seed())
                : Offers.alike(meeting.seed());
    }
}
