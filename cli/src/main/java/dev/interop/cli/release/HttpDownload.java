package dev.interop.cli.release;

import dev.interop.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Fetches texts over HTTPS, through the proxy and with the certificates that builds use. */
final class HttpDownload implements PackageIndex.Download {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Some registries refuse clients that do not name themselves. */
    private static final String AGENT = "interop-engine";

    private static final int OK = 200;

    private final Optional<Path> ca;

    /** @param ca certificates in PEM that are trusted, if others than Java's */
    HttpDownload(Optional<Path> ca) {
        this.ca = ca;
    }

    @Override
    public String text(URI address) {
        var request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("User-Agent", AGENT)
                .build();
        try {
            var answer = client().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw unreachable(address, "status " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException | GeneralSecurityException e) {
            throw unreachable(address, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(address, "interrupted");
        }
    }

    private static UserError unreachable(URI address, String why) {
        return new UserError(
                        "the releases cannot be listed: %s: %s; behind TLS inspection, name its certificates with --ca"
                                .formatted(address, why))
                .ofEnvironment();
    }

    private HttpClient client() throws IOException, GeneralSecurityException {
        var client = HttpClient.newBuilder().connectTimeout(LIMIT).followRedirects(HttpClient.Redirect.NORMAL);
        proxy(System.getenv()).ifPresent(it -> client.proxy(ProxySelector.of(it)));
        if (ca.isPresent()) {
            client.sslContext(trusting(ca.get()));
        }
        return client.build();
    }

    static Optional<InetSocketAddress> proxy(Map<String, String> env) {
        return Stream.of("https_proxy", "HTTPS_PROXY")
                .map(env::get)
                .filter(it -> it != null && !it.isBlank())
                .map(it -> URI.create(it.contains("://") ? it : "http://" + it))
                .filter(it -> it.getHost() != null)
                .map(it -> InetSocketAddress.createUnresolved(it.getHost(), it.getPort() < 0 ? 80 : it.getPort()))
                .findFirst();
    }

    private static SSLContext trusting(Path bundle) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var in = Files.newInputStream(bundle)) {
            var number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry(String.valueOf(number++), certificate);
            }
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
