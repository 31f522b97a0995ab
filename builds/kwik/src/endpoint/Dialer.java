package endpoint;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import tech.kwik.agent15.TlsConstants.CipherSuite;
import tech.kwik.core.QuicClientConnection;
import tech.kwik.core.QuicConnection.QuicVersion;
import tech.kwik.core.QuicSessionTicket;
import tech.kwik.core.log.FileLogger;
import tech.kwik.core.log.Logger;

/** Prepares the connections that a test case wants. */
final class Dialer {
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(30);
    /** An HTTP/3 peer must be granted three streams (RFC 9114, section 6.2). */
    private static final int HTTP3_STREAMS = 3;
    /** Streams of a session, beside those of HTTP/3. */
    private static final int SESSION_STREAMS = 100;

    private final Contract contract;
    private Logger log;

    Dialer(Contract contract) {
        this.contract = contract;
    }

    /** A connection that sent nothing yet; with a ticket it resumes that session. */
    QuicClientConnection prepare(URI url, QuicSessionTicket ticket) throws IOException {
        return prepare(url, ticket, contract.alpn(), 0, contract.is("http3") ? HTTP3_STREAMS : 0);
    }

    /** A connection for WebTransport that sent nothing yet. */
    QuicClientConnection prepareForSessions(URI url) throws IOException {
        return prepare(url, null, "h3", SESSION_STREAMS, SESSION_STREAMS);
    }

    private QuicClientConnection prepare(URI url, QuicSessionTicket ticket, String alpn, int bidirectional, int unidirectional)
            throws IOException {
        QuicClientConnection.Builder builder = QuicClientConnection.newBuilder()
                .host(url.getHost())
                .port(Contract.port(url))
                .applicationProtocol(alpn)
                .version(QuicVersion.V1)
                .cipherSuite(
                        contract.is("chacha20")
                                ? CipherSuite.TLS_CHACHA20_POLY1305_SHA256
                                : CipherSuite.TLS_AES_128_GCM_SHA256)
                .connectTimeout(CONNECT_LIMIT)
                .maxOpenPeerInitiatedBidirectionalStreams(bidirectional)
                .maxOpenPeerInitiatedUnidirectionalStreams(unidirectional)
                .noServerCertificateCheck()
                .logger(log());
        if (contract.is("v2")) {
            builder.preferredVersion(QuicVersion.V2);
        }
        if (ticket != null) {
            builder.sessionTicket(ticket);
        }
        if (contract.keyLog().isEmpty()) {
            return builder.build();
        }
        Path keyLog = contract.keyLog().get();
        // kwik empties the file for each connection, so the keys of earlier ones are put back.
        List<String> earlier = Files.exists(keyLog) ? Files.readAllLines(keyLog) : List.of();
        QuicClientConnection connection = builder.secrets(keyLog).build();
        Files.write(keyLog, earlier, StandardOpenOption.APPEND);
        return connection;
    }

    private Logger log() throws IOException {
        if (log == null) {
            log = new FileLogger(new File("/logs/kwik.log"));
            // kwik forgets that its early data was accepted when the server's answer overtakes the loop that sends it
            // (README); a line written to disk for each stream makes that loop several times longer.
            log.logInfo(!contract.is("zerortt"));
            log.logWarning(true);
        }
        return log;
    }
}
