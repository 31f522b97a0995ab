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
    private static final String PROTOCOL = "moqt";

    private final RegistrySection section;

    /**
     * @param sections the protocols' sections in files of our own format
     */
    MoqtRunnerFormat(List<RegistrySection> sections) {
        this.section = sections.stream()
                .filter(it -> it.name().equals(PROTOCOL))
                .findFirst()
                .orElseGet(() -> RegistrySection.of(PROTOCOL, List.of()));
    }

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
            roles.put(new Role(it.getKey()), endpoint(it.getValue(), "/roles/" + it.getKey()));
        }
        return List.of(new Implementation(
                key,
                PROTOCOL,
                text(entry, "name").orElse(key),
                text(entry, "repository"),
                Optional.empty(),
                EntryFields.drafts(entry),
                roles,
                true,
                origin));
    }

    private Endpoint endpoint(JsonNode role, String where) throws BadEntry {
        var docker = role.path("docker");
        return new Endpoint(
                text(docker, "image"),
                Optional.empty(),
                EntryFields.env(docker),
                text(docker, "url"),
                EntryFields.remotes(role, section, where));
    }
}
