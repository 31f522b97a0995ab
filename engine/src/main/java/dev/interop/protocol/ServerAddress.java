package dev.interop.protocol;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The address of a server in a container.
 *
 * @param host its name in the test network
 * @param port its UDP port
 */
@API(status = Status.EXPERIMENTAL)
public record ServerAddress(String host, int port) {
    /** The form in URLs and for the simulator: {@code server:443}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
