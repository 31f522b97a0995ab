package endpoint;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import tech.kwik.core.QuicConnection.QuicVersion;
import tech.kwik.core.log.FileLogger;
import tech.kwik.core.log.Logger;
import tech.kwik.core.server.ServerConnectionConfig;
import tech.kwik.core.server.ServerConnector;
import tech.kwik.flupke.server.Http3ApplicationProtocolFactory;

/** Serves /www until it is told to stop. */
public final class Server {
    private static final int PORT = 443;
    private static final int STREAMS = 100;
    private static final int IDLE_SECONDS = 30;
    private static final int STREAM_BYTES = 250_000;

    private Server() {}

    public static void main(String[] args) throws Exception {
        Contract contract = Contract.of(System.getenv());
        Logger log = new FileLogger(new File("/logs/kwik.log"));
        log.logInfo(true);
        log.logWarning(true);

        ServerConnectionConfig configuration = ServerConnectionConfig.builder()
                .maxIdleTimeoutInSeconds(IDLE_SECONDS)
                .maxOpenPeerInitiatedBidirectionalStreams(STREAMS)
                .maxOpenPeerInitiatedUnidirectionalStreams(STREAMS)
                .maxBidirectionalStreamBufferSize(STREAM_BYTES)
                .maxUnidirectionalStreamBufferSize(STREAM_BYTES)
                .maxConnectionBufferSize(10L * STREAM_BYTES)
                .retryRequired(contract.is("retry"))
                .build();
        // The default of a Java socket takes IPv4 and IPv6.
        ServerConnector.Builder builder = ServerConnector.builder()
                .withPort(PORT)
                .withKeyStore(
                        Certificates.keyStore(Path.of("/certs/cert.pem"), Path.of("/certs/priv.key")),
                        Certificates.ALIAS,
                        Certificates.PASSWORD)
                .withConfiguration(configuration)
                .withLogger(log);
        if (contract.is("v2")) {
            builder.withSupportedVersions(List.of(QuicVersion.V2));
        }

        ServerConnector connector = builder.build();
        if (WebTransport.isAsked(System.getenv())) {
            connector.registerApplicationProtocol("h3", new WebTransportServer(contract).protocol());
        } else if (contract.is("http3")) {
            connector.registerApplicationProtocol("h3", new Http3ApplicationProtocolFactory(Http3Answer::answer));
        } else {
            connector.registerApplicationProtocol("hq-interop", new HqProtocol());
        }
        connector.start();
    }
}
