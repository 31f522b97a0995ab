package dev.interop.protocol;

import dev.interop.registry.Endpoint;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A client and a server of one cell, with the test case and files that they get.
 *
 * @param client how the client plays its role, in the version of the route
 * @param server how the server plays its role, in the version of the route
 * @param route the route from the client to the server
 * @param clientTestcase the client's test case; empty for all that it knows
 * @param serverTestcase the server's test case
 * @param fileRequests the files to fetch
 * @param seed the seed of random values that both endpoints receive, such as the protocols offered
 */
@API(status = Status.EXPERIMENTAL)
public record EndpointPairing(
        Endpoint client,
        Endpoint server,
        Route route,
        String clientTestcase,
        String serverTestcase,
        FileRequests fileRequests,
        long seed) {}
