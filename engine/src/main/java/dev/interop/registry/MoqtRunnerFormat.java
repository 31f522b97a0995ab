package dev.interop.registry;

import static dev.interop.registry.EntryFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The public MoQT runner's registry, version 1.x. Its {@code build} names files of that runner's own repository and is
 * ignored: an image that is not on the machine is pulled.
 */
final class MoqtRunnerFormat implements RegistryFormat {
    @Override
    public JsonNode schema() {
        return RegistrySchema.resource("moqt-runner.schema.json");
    }

    @Override
    public String entries() {
        return "/implementations";
    }

    @Override
    public List<Implementation> implementations(String key, JsonNode entry, Origin origin) throws BadEntry {
        var roles = new TreeMap<Role, Endpoint>();
        for (var it : entry.path("roles").properties()) {
            var endpoint = endpoint(it.getValue());
            EntryFields.checkTransports(endpoint.remotes(), "/roles/" + it.getKey());
            roles.put(new Role(it.getKey()), endpoint);
        }
        return List.of(new Implementation(
                key,
                "moqt",
                text(entry, "name").orElse(key),
                text(entry, "repository"),
                Optional.empty(),
                EntryFields.drafts(entry),
                roles,
                true,
                origin));
    }

    private static Endpoint endpoint(JsonNode role) {
        var docker = role.path("docker");
        return new Endpoint(
                text(docker, "image"),
                Optional.empty(),
                EntryFields.env(docker),
                text(docker, "url"),
                EntryFields.remotes(role));
    }
}
