package dev.interop.cli.check;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.protocol.TestCase;
import dev.interop.recording.ContainerRole;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Who is checked, and with whom.
 *
 * @param protocol the protocol
 * @param implementation who is checked
 * @param role in which role
 * @param peer the implementation on the other side
 * @param route how the client gets to the server
 */
@API(status = Status.INTERNAL)
public record Subject(Protocol protocol, Implementation implementation, Role role, Implementation peer, Route route) {
    /** How it plays its role. */
    public Endpoint endpoint() {
        return route.endpoint(implementation, role);
    }

    /** How the other side plays its role. */
    public Endpoint peerEndpoint() {
        return route.endpoint(peer, connects() ? protocol.serverRole() : protocol.clientRole());
    }

    /** Whether it is the side that connects. */
    public boolean connects() {
        return role.equals(protocol.clientRole());
    }

    /** Whether it is to fetch files in a test case. */
    public boolean fetches(TestCase test) {
        return !test.files().isEmpty() && !test.servedBy().equals(role);
    }

    /** The part that its container plays in a cell. */
    public ContainerRole part() {
        return connects() ? ContainerRole.CLIENT : ContainerRole.SERVER;
    }

    Implementation client() {
        return connects() ? implementation : peer;
    }

    Implementation server() {
        return connects() ? peer : implementation;
    }
}
