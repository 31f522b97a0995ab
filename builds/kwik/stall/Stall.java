import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tech.kwik.core.QuicClientConnection;
import tech.kwik.core.QuicConnection;
import tech.kwik.core.QuicStream;
import tech.kwik.core.log.NullLogger;
import tech.kwik.core.server.ApplicationProtocolConnection;
import tech.kwik.core.server.ApplicationProtocolConnectionFactory;
import tech.kwik.core.server.ServerConnectionConfig;
import tech.kwik.core.server.ServerConnector;

/**
 * Client and server of kwik alone, in one process: the server answers each stream with one write and a close. Prints how many
 * answers stopped on the way: {@code Stall KEYSTORE STREAMS}.
 */
public final class Stall {
    private static final int PORT = 4433;
    private static final int ANSWER = 5120;
    private static final int PATIENCE_SECONDS = 1;

    private Stall() {}

    public static void main(String[] args) throws Exception {
        serve(Path.of(args[0]));
        int streams = Integer.parseInt(args[1]);
        int stalled = 0;
        QuicClientConnection connection = connect();
        for (int number = 1; number <= streams; number++) {
            long got = ask(connection);
            if (got < ANSWER) {
                stalled++;
                System.out.printf("stream %d: %d of %d bytes, then nothing for %d s%n", number, got, ANSWER, PATIENCE_SECONDS);
                connection.close();
                connection = connect();
            }
        }
        System.out.printf("%d of %d answers stalled%n", stalled, streams);
        System.exit(0);
    }

    private static QuicClientConnection connect() throws Exception {
        QuicClientConnection connection = QuicClientConnection.newBuilder()
                .uri(URI.create("https://127.0.0.1:" + PORT))
                .applicationProtocol("stall")
                .noServerCertificateCheck()
                .logger(new NullLogger())
                .build();
        connection.connect();
        return connection;
    }

    /** How many bytes of the answer came. */
    private static long ask(QuicClientConnection connection) throws Exception {
        QuicStream stream = connection.createStream(true);
        try (OutputStream out = stream.getOutputStream()) {
            out.write('?');
        }
        long[] got = new long[1];
        InputStream in = stream.getInputStream();
        CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> {
            try {
                byte[] part = new byte[ANSWER];
                for (int length = in.read(part); length >= 0; length = in.read(part)) {
                    got[0] += length;
                }
            } catch (IOException stalled) {
                // The number of bytes says it.
            }
        });
        try {
            answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stalled) {
            // The number of bytes says it.
        }
        return got[0];
    }

    private static void serve(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        ServerConnector connector = ServerConnector.builder()
                .withPort(PORT)
                .withKeyStore(keys, "stall", "changeit".toCharArray())
                .withConfiguration(ServerConnectionConfig.builder()
                        .maxOpenPeerInitiatedBidirectionalStreams(1000)
                        .build())
                .withLogger(new NullLogger())
                .build();
        connector.registerApplicationProtocol("stall", new Answers());
        connector.start();
    }

    private static final class Answers implements ApplicationProtocolConnectionFactory {
        @Override
        public ApplicationProtocolConnection createConnection(String protocol, QuicConnection connection) {
            return new ApplicationProtocolConnection() {
                @Override
                public void acceptPeerInitiatedStream(QuicStream stream) {
                    new Thread(() -> answer(stream)).start();
                }
            };
        }

        @Override
        public int maxConcurrentPeerInitiatedBidirectionalStreams() {
            return Integer.MAX_VALUE;
        }

        private static void answer(QuicStream stream) {
            try (OutputStream out = stream.getOutputStream()) {
                stream.getInputStream().readAllBytes();
                out.write(new byte[ANSWER]);
            } catch (IOException failure) {
                System.out.println(failure);
            }
        }
    }
}
