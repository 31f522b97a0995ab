package dev.interop.plan;

import dev.interop.protocol.Routes;
import dev.interop.registry.Implementation;

/**
 * A route from a client to a server that is not run.
 *
 * @param client the client
 * @param server the server
 * @param closed the route, and why it is not run
 */
public record ClosedRoute(Implementation client, Implementation server, Routes.Closed closed) {}
