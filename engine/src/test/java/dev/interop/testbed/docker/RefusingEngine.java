package dev.interop.testbed.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.testcontainers.dockerclient.TransportConfig;

/** An engine that answers pings and refuses each start of a container. */
final class RefusingEngine implements AutoCloseable {
    private final ServerSocket listener;
    private final Then then;

    /** What the engine does before it answers a start. */
    enum Then {
        /** It goes on. */
        STAYS,
        /** It closes its listener first, as dockerd does when it is told to end. */
        ENDS,
        /** It takes no more connections, but its listener stays open, as one that systemd holds. */
        STOPS_ACCEPTING
    }

    RefusingEngine(Then then) throws IOException {
        this.then = then;
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "refusing-engine");
        thread.setDaemon(true);
        thread.start();
    }

    TransportConfig address() {
        return TransportConfig.builder()
                .dockerHost(URI.create("tcp://127.0.0.1:" + listener.getLocalPort()))
                .build();
    }

    private void serve() {
        try {
            while (true) {
                try (var connection = listener.accept()) {
                    if (answer(connection)) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether it was the last answer. */
    private boolean answer(Socket connection) throws IOException {
        var request = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        var starts = request.readLine().contains("/start");
        while (!request.readLine().isEmpty()) {
            continue;
        }
        if (starts && then == Then.ENDS) {
            listener.close();
        }
        var body = starts ? "{\"message\":\"database not open\"}" : "OK";
        var head = "HTTP/1.1 %s%nContent-Type: application/json%nContent-Length: %d%nConnection: close%n%n"
                .formatted(starts ? "500 Internal Server Error" : "200 OK", body.length())
                .replace(System.lineSeparator(), "\r\n");
        connection.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        return starts && then != Then.STAYS;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
