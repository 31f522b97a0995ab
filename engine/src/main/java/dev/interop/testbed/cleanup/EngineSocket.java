package dev.interop.testbed.cleanup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The few calls to the container engine that a {@link Watchdog} needs, over HTTP/1.0: one connection a call. */
final class EngineSocket {
    private static final Pattern ID = Pattern.compile("\"Id\":\"([0-9a-f]{64})\"");
    private static final Pattern NAME = Pattern.compile("\"Name\":\"([^\"/]+)\"");

    private final SocketAddress address;

    EngineSocket(URI host) {
        this.address = "unix".equals(host.getScheme())
                ? UnixDomainSocketAddress.of(host.getPath())
                : new InetSocketAddress(host.getHost(), host.getPort());
    }

    static boolean canReach(URI host, boolean tls) {
        return "unix".equals(host.getScheme()) || "tcp".equals(host.getScheme()) && !tls;
    }

    /** The ids of the resources with all these labels in a listing. */
    List<String> ids(String listing, String... labels) throws IOException {
        return filtered(ID, listing, "{\"label\":[\"" + String.join("\",\"", labels) + "\"]}");
    }

    /** The names of the volumes with this label. */
    List<String> volumes(String label) throws IOException {
        return filtered(NAME, "/volumes?", "{\"label\":[\"" + label + "\"]}");
    }

    /** The ids of the containers with this label whose names begin like this. */
    List<String> containersNamed(String beginning, String label) throws IOException {
        return filtered(
                ID, "/containers/json?all=1&", "{\"label\":[\"" + label + "\"],\"name\":[\"^/?" + beginning + "\"]}");
    }

    private List<String> filtered(Pattern wanted, String listing, String filter) throws IOException {
        var answer = call("GET", listing + "filters=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
        return wanted.matcher(answer)
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }

    void delete(String path) throws IOException {
        call("DELETE", path);
    }

    private String call(String method, String path) throws IOException {
        try (var channel = SocketChannel.open(address)) {
            var request = method + " " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
            Channels.newOutputStream(channel).write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
