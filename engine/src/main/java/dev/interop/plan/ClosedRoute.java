package dev.interop.plan;

import dev.interop.protocol.Routes;
import dev.interop.registry.Implementation;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A route from a client to a server that is not run.
 *
 * @param client the client
 * @param server the server
 * @param closed the route, and why it is not run
 */
@API(status = Status.EXPERIMENTAL)
public record ClosedRoute(Implementation client, Implementation server, Routes.Closed closed) {}
