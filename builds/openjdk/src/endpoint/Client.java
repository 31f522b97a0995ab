package endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpOption;
import java.net.http.HttpOption.Http3DiscoveryMode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Downloads the requested files over HTTP/3, the only protocol that the JDK speaks over QUIC. */
public final class Client {
    private static final Path AUTHORITY = Path.of("/certs/ca.pem");

    private Client() {}

    public static void main(String[] args) {
        Contract.runClient(contract -> run(contract.urls()));
    }

    private static void run(List<URI> urls) throws Exception {
        SSLContext tls = trust(AUTHORITY);
        Contract.awaitSimulator();
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            List<CompletableFuture<HttpResponse<Path>>> answers = urls.stream()
                    .map(url -> client.sendAsync(request(url), BodyHandlers.ofFile(Downloads.target(url))))
                    .toList();
            for (CompletableFuture<HttpResponse<Path>> answer : answers) {
                check(answer);
            }
        }
    }

    private static HttpRequest request(URI url) {
        return HttpRequest.newBuilder(url)
                .version(HttpClient.Version.HTTP_3)
                .setOption(HttpOption.H3_DISCOVERY, Http3DiscoveryMode.HTTP_3_URI_ONLY)
                .GET()
                .build();
    }

    private static void check(CompletableFuture<HttpResponse<Path>> answer) throws IOException, InterruptedException {
        try {
            HttpResponse<Path> response = answer.get();
            if (response.statusCode() != 200) {
                throw new IOException(response.uri() + ": status " + response.statusCode());
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().toString(), failed);
        }
    }

    private static SSLContext trust(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry("authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
