package dev.interop.protocol;

import dev.interop.registry.Endpoint;
import java.util.List;

/**
 * A client and a server about to meet.
 *
 * @param client how the client plays its role, in the version of the route
 * @param server how the server plays its role, in the version of the route
 * @param route how the client gets to the server
 * @param clientTestcase what the client is asked to do; empty for all that it can
 * @param serverTestcase what the server is asked to do
 * @param urls of the files that are served
 */
public record Meeting(
        Endpoint client,
        Endpoint server,
        Route route,
        String clientTestcase,
        String serverTestcase,
        List<String> urls) {
    public Meeting {
        urls = List.copyOf(urls);
    }
}
