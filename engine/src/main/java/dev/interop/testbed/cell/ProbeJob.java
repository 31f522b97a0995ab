package dev.interop.testbed.cell;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Route;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An implementation that is started, in one role, with a test case that does not exist.
 *
 * @param protocol the protocol
 * @param implementation the probed implementation
 * @param role its role
 * @param route the route, which determines transport and version if there are several
 * @param folder the folder for its output
 */
@API(status = Status.INTERNAL)
public record ProbeJob(Protocol protocol, Implementation implementation, Role role, Route route, Path folder) {
    /** The endpoint of the implementation in this role. */
    public Endpoint endpoint() {
        return route.endpoint(implementation, role);
    }
}
