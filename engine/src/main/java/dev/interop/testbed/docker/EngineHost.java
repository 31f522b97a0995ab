package dev.interop.testbed.docker;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where a container engine is.
 *
 * @param uri its address
 * @param certificates the folder of the certificates, if the connection to it is encrypted
 */
@API(status = Status.INTERNAL)
public record EngineHost(URI uri, Optional<Path> certificates) {
    /** The address as the Docker command takes it: the path of a socket is written as it is. */
    public String address() {
        return "unix".equals(uri.getScheme()) ? "unix://" + uri.getPath() : uri.toString();
    }

    /** Whether the connection to it is encrypted. */
    public boolean isEncrypted() {
        return certificates.isPresent();
    }

    /** The variables with which the Docker command reaches the same engine, whatever its own environment says. */
    public Map<String, String> variables() {
        return Map.of(
                "DOCKER_HOST",
                address(),
                "DOCKER_TLS",
                "",
                "DOCKER_TLS_VERIFY",
                certificates.map(it -> "1").orElse(""),
                "DOCKER_CERT_PATH",
                certificates.map(Path::toString).orElse(""));
    }
}
