package dev.interop.testbed.image;

import dev.interop.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The certificates that builds trust, for networks with TLS inspection. */
@API(status = Status.INTERNAL)
public final class HostCertificates {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    /** The bundles of Debian, Fedora, Alpine and macOS. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/cert.pem"));

    private HostCertificates() {}

    /** The machine's own bundle, which holds the CA of a network with TLS inspection. */
    public static Optional<Path> bundle() {
        return BUNDLES.stream().filter(Files::isReadable).findFirst();
    }

    /**
     * Checks that a file is a bundle and returns it. A wrong file would show late, as a download that fails in a build.
     *
     * @param option the option that named it, for the message
     * @throws UserError when it cannot be read or holds no certificate
     */
    public static Path checked(String option, Path file) {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            if (lines.noneMatch(it -> it.startsWith(BEGIN))) {
                throw new UserError(
                        option + " " + file + ": holds no certificate in PEM ('" + BEGIN + "'); name one that does");
            }
            return file;
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(option + " " + file + ": cannot be read; name a file of certificates in PEM", e);
        }
    }
}
