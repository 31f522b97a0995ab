package dev.interop.listener;

import dev.interop.protocol.Route;
import dev.interop.registry.Implementation;
import dev.interop.registry.Role;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An implementation's answer to a test case that does not exist.
 *
 * @param implementation the implementation that was asked
 * @param role the role in which it was asked
 * @param route the route, which says the transport and the version where there are several
 * @param compliant whether it ended by itself with exit code 127, as it must
 * @param fault why it could not be asked, if it could not
 */
@API(status = Status.EXPERIMENTAL)
public record ComplianceProbe(
        Implementation implementation, Role role, Route route, boolean compliant, Optional<String> fault) {}
