package dev.interop.protocol;

import dev.interop.registry.Endpoint;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A client and a server about to meet.
 *
 * @param client how the client plays its role, in the version of the route
 * @param server how the server plays its role, in the version of the route
 * @param route how the client gets to the server
 * @param clientTestcase what the client is asked to do; empty for all that it can
 * @param serverTestcase what the server is asked to do
 * @param fileRequests what is to be fetched
 * @param seed where what both sides are told alike comes from, as far as it is random
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
