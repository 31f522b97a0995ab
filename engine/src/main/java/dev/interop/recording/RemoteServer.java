package dev.interop.recording;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where a server is that runs elsewhere.
 *
 * @param host its name, or its IP address
 * @param port its UDP port
 * @param addresses the IP addresses that the name had when the cell began, as Java writes them; the client may have been
 *     told others. Empty where the name was not known here.
 */
@API(status = Status.EXPERIMENTAL)
public record RemoteServer(String host, int port, List<String> addresses) {
    /** Of {@code https} and {@code moqt} (draft-ietf-moq-transport-18 §3.1.2). */
    private static final int DEFAULT_PORT = 443;

    public RemoteServer {
        addresses = List.copyOf(addresses);
    }

    /** Looks its name up. */
    public static RemoteServer at(String url) {
        var uri = URI.create(url);
        var host = Objects.requireNonNullElse(uri.getHost(), "").replaceAll("[\\[\\]]", "");
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        try {
            var addresses = Stream.of(InetAddress.getAllByName(host)).map(InetAddress::getHostAddress);
            return new RemoteServer(host, port, addresses.toList());
        } catch (UnknownHostException e) {
            return new RemoteServer(host, port, List.of());
        }
    }

    /** Whether it is given by an address, so that there is no other one. */
    public boolean namesAnAddress() {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    @Override
    public String toString() {
        return host + " port " + port;
    }
}
