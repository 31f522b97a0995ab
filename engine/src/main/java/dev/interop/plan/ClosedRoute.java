package dev.interop.plan;

import dev.interop.protocol.Routes;
import dev.interop.registry.Implementation;

/**
 * A way from a client to a server that is not run.
 *
 * @param client the client
 * @param server the server
 * @param closed which way, and why
 */
public record ClosedRoute(Implementation client, Implementation server, Routes.Closed closed) {}
