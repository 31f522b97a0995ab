package dev.interop.registry;

import static dev.interop.registry.EntryFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.interop.ProtocolVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One file for all protocols: {@code implementations.json}, version 2.0.
 *
 * @param sections the sections that an entry may have
 */
record OwnFormat(List<RegistrySection> sections) implements RegistryFormat {
    OwnFormat {
        sections = List.copyOf(sections);
    }

    @Override
    public JsonNode schema() {
        return RegistrySchema.with(sections);
    }

    @Override
    public String entries() {
        return "/implementations";
    }

    @Override
    public List<Implementation> implementations(String key, JsonNode entry, Origin origin) throws BadEntry {
        var found = new ArrayList<Implementation>();
        for (var known : sections) {
            var protocol = known.name();
            var section = entry.path(protocol);
            if (section.isMissingNode()) {
                continue;
            }
            var selected = entry.path("selected").asBoolean(true);
            found.add(new Implementation(
                    key,
                    protocol,
                    text(entry, "name").orElse(key),
                    text(entry, "url"),
                    text(entry, "version"),
                    EntryFields.drafts(section),
                    roles(known, section),
                    section.path("selected").asBoolean(selected),
                    origin));
        }
        return found;
    }

    private static Map<Role, Endpoint> roles(RegistrySection known, JsonNode section) throws BadEntry {
        var roles = new TreeMap<Role, Endpoint>();
        for (var it : special(section.path("roles")).entrySet()) {
            var role = new Role(it.getKey());
            roles.put(role, endpoint(known, section, it.getValue(), it.getKey()));
        }
        return roles;
    }

    /** The settings of each role; empty where the roles are a list. */
    private static Map<String, JsonNode> special(JsonNode roles) {
        var special = new LinkedHashMap<String, JsonNode>();
        if (roles.isArray()) {
            roles.forEach(it -> special.put(it.asText(), MissingNode.getInstance()));
        } else {
            roles.properties().forEach(it -> special.put(it.getKey(), it.getValue()));
        }
        return special;
    }

    private static Endpoint endpoint(RegistrySection known, JsonNode section, JsonNode special, String role)
            throws BadEntry {
        var whole = "/" + known.name();
        var where = whole + "/roles/" + role;
        var common = new EndpointLayers(List.of(section, special));
        var drafts = new LinkedHashMap<ProtocolVersion, Endpoint>();
        var shared = byDraft(section.path("drafts"), whole);
        var own = byDraft(special.path("drafts"), where);
        for (var name : names(shared, own)) {
            var draft = ProtocolVersion.of(name);
            checkSpoken(draft, common.drafts(), where);
            var layers = common.with(shared.path(name), own.path(name));
            drafts.put(draft, endpoint(layers, List.of(), Map.of()));
        }
        var endpoint = endpoint(common, EntryFields.remotes(special, known, where), drafts);
        checkComplete(endpoint, common.drafts(), where);
        checkUrl(endpoint, known, common.drafts(), where);
        return endpoint;
    }

    private static Endpoint endpoint(
            EndpointLayers layers, List<RemoteEndpoint> remotes, Map<ProtocolVersion, Endpoint> drafts) {
        return new Endpoint(
                layers.text("image"),
                layers.build(),
                layers.texts("env"),
                layers.text("url"),
                remotes,
                layers.drafts(),
                layers.transports(),
                layers.mapping(),
                drafts,
                layers.settings());
    }

    /** The settings of each draft, by its normalised name. */
    private static JsonNode byDraft(JsonNode drafts, String where) throws BadEntry {
        var byDraft = JsonNodeFactory.instance.objectNode();
        for (var it : drafts.properties()) {
            var draft = ProtocolVersion.of(it.getKey()).name();
            if (byDraft.has(draft)) {
                throw new BadEntry(
                        where + "/drafts/" + it.getKey(),
                        "'drafts' has '%s' in two spellings; remove one of them".formatted(draft));
            }
            byDraft.set(draft, it.getValue());
        }
        return byDraft;
    }

    private static Set<String> names(JsonNode... objects) {
        var names = new TreeSet<String>();
        Stream.of(objects).forEach(it -> it.fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static void checkSpoken(ProtocolVersion draft, List<ProtocolVersion> spoken, String where) throws BadEntry {
        if (!spoken.contains(draft)) {
            throw new BadEntry(
                    where + "/drafts/" + draft,
                    "'%s' is not among the role's draft_versions: %s".formatted(draft, ProtocolVersion.names(spoken)));
        }
    }

    /** Checks in each draft that the endpoint speaks the transport that the URL's scheme stands for. */
    private static void checkUrl(Endpoint endpoint, RegistrySection known, List<ProtocolVersion> drafts, String where)
            throws BadEntry {
        var url = endpoint.url();
        var fitting = url.flatMap(known::transportOf);
        var other = drafts.stream()
                .map(endpoint::forDraft)
                .filter(it -> fitting.isPresent() && !it.speaks(fitting.get()))
                .findFirst();
        if (other.isPresent()) {
            throw new BadEntry(
                    where + "/url",
                    "a %s URL is transport '%s', which 'transports' does not name; change the transports or the URL"
                            .formatted(EntryFields.scheme(url.orElseThrow()), fitting.orElseThrow()));
        }
    }

    private static void checkComplete(Endpoint endpoint, List<ProtocolVersion> drafts, String where) throws BadEntry {
        var everywhere = endpoint.image().isPresent()
                || !drafts.isEmpty()
                        && drafts.stream()
                                .allMatch(it -> endpoint.forDraft(it).image().isPresent());
        if (!everywhere && endpoint.remotes().isEmpty()) {
            var role = where.substring(where.lastIndexOf('/') + 1);
            throw new BadEntry(where, "role '%s' has no image; add 'image' to it or beside 'roles'".formatted(role));
        }
    }
}
