package dev.interop.registry;

import static dev.interop.registry.EntryFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interop.ProtocolVersion;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The public QUIC runner's registries: name → image, url, role; one file a protocol. */
record QuicRunnerFormat(String protocol) implements RegistryFormat {
    @Override
    public JsonNode schema() {
        return RegistrySchema.resource("quic-runner.schema.json");
    }

    @Override
    public String entries() {
        return "";
    }

    @Override
    public Optional<ProtocolVersion> currentTarget(JsonNode root) {
        return Optional.empty();
    }

    @Override
    public List<Implementation> implementations(String key, JsonNode entry, Origin origin) {
        var role = entry.path("role").asText();
        var endpoint = Endpoint.ofImage(entry.path("image").asText());
        var roles = new TreeMap<Role, Endpoint>();
        for (var it : List.of(Role.CLIENT, Role.SERVER)) {
            if (role.equals("both") || role.equals(it.label())) {
                roles.put(it, endpoint);
            }
        }
        return List.of(new Implementation(
                key, protocol, key, text(entry, "url"), Optional.empty(), List.of(), roles, true, origin));
    }
}
