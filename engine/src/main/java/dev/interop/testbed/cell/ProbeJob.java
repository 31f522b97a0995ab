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
 * An implementation to be asked, in one role, for a test case that does not exist.
 *
 * @param protocol the protocol
 * @param implementation who is asked
 * @param role in which role
 * @param route on which route, which says the transport and the version where there are several
 * @param folder where its output is to be kept
 */
@API(status = Status.INTERNAL)
public record ProbeJob(Protocol protocol, Implementation implementation, Role role, Route route, Path folder) {
    /** How it plays its role. */
    public Endpoint endpoint() {
        return route.endpoint(implementation, role);
    }
}
