package endpoint;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tech.kwik.core.QuicClientConnection;
import tech.kwik.flupke.Http3ClientConnection;
import tech.kwik.flupke.Http3SingleConnectionClient;
import tech.kwik.flupke.impl.Http3ClientConnectionImpl;
import tech.kwik.flupke.webtransport.ClientSessionFactory;
import tech.kwik.flupke.webtransport.Session;

/** Opens the session that REQUESTS names. */
final class WebTransportClient {
    private static final String SERVING = "transfer";

    private final Contract contract;
    private final URI first;

    WebTransportClient(Contract contract) {
        this.contract = contract;
        this.first = contract.urls().getFirst();
    }

    void run() throws Exception {
        Map<String, List<String>> asked =
                WebTransport.byEndpoint(contract.urls().stream().map(URI::getPath).toList());
        if (asked.size() != 1) {
            // The library announces one session.
            throw new IOException("REQUESTS has " + asked.size() + " endpoints; one is possible");
        }
        QuicClientConnection connection = new Dialer(contract).prepareForSessions(first);
        Contract.awaitSimulator();
        // The session's factory connects: streams that the server opens before flupke listens would be lost.
        String endpoint = asked.keySet().iterator().next();
        try {
            run(connection, endpoint, asked.get(endpoint));
        } finally {
            connection.closeAndWait(Client.CLOSE_LIMIT);
        }
    }

    private void run(QuicClientConnection connection, String endpoint, List<String> files) throws Exception {
        WebTransport transfer = new WebTransport(endpoint);
        ClientSessionFactory sessions = ClientSessionFactory.newBuilder()
                .serverUri(first)
                .httpClient(new Over(connection))
                .build();
        boolean serves = contract.is(SERVING);
        Session session = sessions.createSession(first.resolve("/" + endpoint));
        CompletableFuture<String> end = new CompletableFuture<>();
        session.registerSessionTerminatedEventListener((code, reason) -> end.complete(code == 0 ? "" : code + ": " + reason));
        if (serves) {
            session.setBidirectionalStreamReceiveHandler(transfer::answer);
            session.setUnidirectionalStreamReceiveHandler(stream -> transfer.push(session, stream));
        } else {
            session.setUnidirectionalStreamReceiveHandler(transfer::pushed);
        }
        session.open();
        if (!serves) {
            transfer.fetch(session, contract.testcase(), files);
            session.close();
        } else if (!end.get().isEmpty()) {
            throw new IOException("the session was closed with code " + end.get());
        }
    }

    /** Speaks HTTP/3 over the connection that it is given: flupke's own client of that kind cannot open sessions over it. */
    private static final class Over extends Http3SingleConnectionClient {
        private final QuicClientConnection connection;

        Over(QuicClientConnection connection) {
            super(connection, Dialer.CONNECT_LIMIT, null);
            this.connection = connection;
        }

        @Override
        public Http3ClientConnection createConnection(HttpRequest request) {
            return new Http3ClientConnectionImpl(connection, Executors.newVirtualThreadPerTaskExecutor());
        }
    }
}
