package dev.interop.testbed.docker;

import com.github.dockerjava.api.model.AuthConfig;
import java.util.Optional;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.RegistryAuthLocator;

/** The logins of the Docker command, from its configuration and credential helpers, as Testcontainers reads them. */
final class RegistryLogins {
    /** Named, since Testcontainers asks an engine of its own choice for the default registry. */
    private static final String DOCKER_HUB = "index.docker.io";

    private RegistryLogins() {}

    /** The login for the registry of this image; empty if there is none or the configuration is broken. */
    static Optional<AuthConfig> of(String reference) {
        var name = DockerImageName.parse(reference);
        var named = name.getRegistry().isEmpty() ? DockerImageName.parse(DOCKER_HUB + "/" + reference) : name;
        try {
            return Optional.ofNullable(RegistryAuthLocator.instance().lookupAuthConfig(named, new AuthConfig()))
                    .filter(it -> it.getUsername() != null
                            || it.getAuth() != null
                            || it.getIdentitytoken() != null
                            || it.getRegistrytoken() != null);
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }
}
