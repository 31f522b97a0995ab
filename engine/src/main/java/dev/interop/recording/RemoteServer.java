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
 * The address of a remote server.
 *
 * @param host its host name or IP address
 * @param port its UDP port
 * @param addresses the IP addresses of the name when the cell began, as Java formats them; the client's resolver may
 *     return others. Empty if the name could not be resolved.
 */
@API(status = Status.EXPERIMENTAL)
public record RemoteServer(String host, int port, List<String> addresses) {
    /** The default port of {@code https} and {@code moqt} (draft-ietf-moq-transport-18 §3.1.2). */
    private static final int DEFAULT_PORT = 443;

    public RemoteServer {
        addresses = List.copyOf(addresses);
    }

    /** Parses the URL and resolves the host name. */
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

    /** Whether the host is an IP address, so that there is no other one. */
    public boolean namesAnAddress() {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    @Override
    public String toString() {
        return host + " port " + port;
    }
}
