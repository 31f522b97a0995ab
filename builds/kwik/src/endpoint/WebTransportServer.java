package endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tech.kwik.flupke.webtransport.Session;
import tech.kwik.flupke.webtransport.WebTransportHttp3ApplicationProtocolFactory;

/** Accepts sessions for the folders of /www. */
final class WebTransportServer {
    private static final Path SERVED = Path.of("/www");
    private static final String SERVING = "transfer";
    private static final long FAILED = 1;
    private static final long STREAM_BYTES = 250_000;

    private final Contract contract;
    private final Map<String, List<String>> asked;

    WebTransportServer(Contract contract) {
        this.contract = contract;
        asked = WebTransport.byEndpoint(contract.urls().stream().map(Object::toString).toList());
    }

    WebTransportHttp3ApplicationProtocolFactory protocol() throws IOException {
        // flupke asks about CONNECT requests, too; what is answered with no status becomes a session.
        var protocol = new WebTransportHttp3ApplicationProtocolFactory((request, response) -> {}) {
            // flupke's own 1,024 bytes are for HTTP/3's control streams: 1 MB would come 1 KB a round trip.
            @Override
            public long maxUnidirectionalStreamReceiverBufferSize() {
                return STREAM_BYTES;
            }
        };
        try (Stream<Path> endpoints = Files.list(SERVED)) {
            endpoints.map(it -> it.getFileName().toString())
                    .forEach(it -> protocol.registerWebTransportServer("/" + it, session -> meet(session, it)));
        }
        return protocol;
    }

    private void meet(Session session, String endpoint) {
        WebTransport transfer = new WebTransport(endpoint);
        boolean serves = contract.is(SERVING);
        if (serves) {
            session.setBidirectionalStreamReceiveHandler(transfer::answer);
            session.setUnidirectionalStreamReceiveHandler(stream -> transfer.push(session, stream));
        } else {
            session.setUnidirectionalStreamReceiveHandler(transfer::pushed);
        }
        session.open();
        if (!serves) {
            fetch(session, transfer, endpoint);
        }
    }

    private void fetch(Session session, WebTransport transfer, String endpoint) {
        try {
            try {
                transfer.fetch(session, contract.testcase(), asked.getOrDefault(endpoint, List.of()));
                session.close();
            } catch (Exception failure) {
                System.err.println("session: " + failure);
                session.close(FAILED, "not all files could be fetched");
            }
        } catch (IOException failure) {
            System.err.println("session: " + failure);
        }
    }
}
