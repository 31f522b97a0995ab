package endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tech.kwik.core.QuicConnection;
import tech.kwik.core.QuicStream;
import tech.kwik.core.server.ApplicationProtocolConnection;
import tech.kwik.core.server.ApplicationProtocolConnectionFactory;

/** HTTP/0.9 on streams: a request line, answered with the file. */
final class HqProtocol implements ApplicationProtocolConnectionFactory {
    @Override
    public ApplicationProtocolConnection createConnection(String protocol, QuicConnection connection) {
        return new ApplicationProtocolConnection() {
            @Override
            public void acceptPeerInitiatedStream(QuicStream stream) {
                Thread.startVirtualThread(() -> answer(stream));
            }
        };
    }

    @Override
    public int maxConcurrentPeerInitiatedUnidirectionalStreams() {
        return 0;
    }

    @Override
    public int maxConcurrentPeerInitiatedBidirectionalStreams() {
        return Integer.MAX_VALUE; // the server's configuration is the limit
    }

    private static void answer(QuicStream stream) {
        try {
            InputStream in = stream.getInputStream();
            try (OutputStream out = stream.getOutputStream()) {
                Optional<Path> file = requested(in);
                if (file.isPresent()) {
                    Files.copy(file.get(), out);
                }
            }
            // A stream's credit goes back to the client only when its end was read.
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            System.err.println("stream " + stream.getStreamId() + ": " + failure);
        }
    }

    private static Optional<Path> requested(InputStream in) throws IOException {
        String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).readLine();
        return Optional.ofNullable(line).flatMap(Hq::requested);
    }
}
