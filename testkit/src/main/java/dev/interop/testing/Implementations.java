package dev.interop.testing;

import dev.interop.ProtocolVersion;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Implementation;
import dev.interop.registry.Origin;
import dev.interop.registry.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Creates implementations for tests. */
@API(status = Status.EXPERIMENTAL)
public final class Implementations {
    private Implementations() {}

    /** Creates a QUIC client and server of this name. */
    public static Implementation named(String name) {
        var endpoint = Endpoint.ofImage("example/" + name + ":1");
        return new Implementation(
                name,
                "quic",
                name,
                Optional.of("https://" + name + ".example"),
                Optional.of("1.0"),
                List.of(),
                Map.of(Role.CLIENT, endpoint, Role.SERVER, endpoint),
                true,
                new Origin(Path.of("registry.json"), 1));
    }

    /**
     * Creates an implementation with these roles, and these drafts if its protocol has any. It is selected and has no
     * home page.
     */
    public static Implementation of(String protocol, String name, Map<Role, Endpoint> roles, String... drafts) {
        return new Implementation(
                name,
                protocol,
                name,
                Optional.empty(),
                Optional.empty(),
                Stream.of(drafts).map(ProtocolVersion::of).toList(),
                roles,
                true,
                new Origin(Path.of("registry.json"), 1));
    }
}
