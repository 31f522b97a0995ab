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
 * @param implementation the probed implementation
 * @param role the role in which it was probed
 * @param route the route, with the transport and the draft version if there are several
 * @param compliant whether it exited with code 127, as the contract requires
 * @param fault the fault that prevented the probe, if any
 */
@API(status = Status.EXPERIMENTAL)
public record ComplianceProbe(
        Implementation implementation, Role role, Route route, boolean compliant, Optional<String> fault) {}
