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
 * The checked implementation, with the peer of its cells.
 *
 * @param protocol the protocol
 * @param implementation the checked implementation
 * @param role its role
 * @param peer the implementation in the other role
 * @param route the route from the client to the server
 */
@API(status = Status.INTERNAL)
public record Subject(Protocol protocol, Implementation implementation, Role role, Implementation peer, Route route) {
    /** The endpoint of the checked implementation. */
    public Endpoint endpoint() {
        return route.endpoint(implementation, role);
    }

    /** The endpoint of the peer. */
    public Endpoint peerEndpoint() {
        return route.endpoint(peer, connects() ? protocol.serverRole() : protocol.clientRole());
    }

    /** Whether the checked implementation is the client. */
    public boolean connects() {
        return role.equals(protocol.clientRole());
    }

    /** Whether the checked implementation fetches files in a test case. */
    public boolean fetches(TestCase test) {
        return !test.files().isEmpty() && !test.servedBy().equals(role);
    }

    /** The role of its container in a cell. */
    public ContainerRole containerRole() {
        return connects() ? ContainerRole.CLIENT : ContainerRole.SERVER;
    }

    Implementation client() {
        return connects() ? implementation : peer;
    }

    Implementation server() {
        return connects() ? peer : implementation;
    }
}
