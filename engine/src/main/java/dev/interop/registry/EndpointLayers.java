package dev.interop.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interop.ProtocolVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one endpoint from several places of an entry, from the most general to the most specific: the
 * protocol's section, the role, the draft. Later places override earlier ones; objects are merged key by key.
 *
 * @param nodes the places; some may be missing
 */
record EndpointLayers(List<JsonNode> nodes) {
    private static final Set<String> KNOWN = Set.of(
            "roles",
            "selected",
            "image",
            "build",
            "env",
            "url",
            "remote",
            "draft_versions",
            "drafts",
            "transports",
            "args",
            "path",
            "cases",
            "values",
            "draft_env");

    EndpointLayers {
        nodes = List.copyOf(nodes);
    }

    /** These layers with more specific ones on top. */
    EndpointLayers with(JsonNode... special) {
        var all = new ArrayList<>(nodes);
        all.addAll(List.of(special));
        return new EndpointLayers(all);
    }

    Optional<String> text(String field) {
        return nodes.stream()
                .flatMap(it -> EntryFields.text(it, field).stream())
                .reduce((first, second) -> second);
    }

    /** The build that belongs to the image: a layer with an image of its own does not inherit another image's build. */
    Optional<String> build() {
        var build = Optional.<String>empty();
        for (var node : nodes) {
            var own = EntryFields.text(node, "build");
            build = own.isPresent() || node.has("image") ? own : build;
        }
        return build;
    }

    Map<String, String> texts(String field) {
        var merged = new LinkedHashMap<String, String>();
        nodes.forEach(it -> merged.putAll(EntryFields.texts(it.path(field))));
        return merged;
    }

    List<ProtocolVersion> drafts() {
        return nodes.stream()
                .filter(it -> it.has("draft_versions"))
                .map(EntryFields::drafts)
                .reduce(List.of(), (first, second) -> second);
    }

    Set<String> transports() {
        return new LinkedHashSet<>(list("transports"));
    }

    ContractMapping mapping() {
        return new ContractMapping(list("args"), text("path"), texts("cases"), values(), text("draft_env"));
    }

    /** The keys that the protocol has added, which no other method reads. */
    Map<String, String> settings() {
        var merged = new LinkedHashMap<String, String>();
        for (var node : nodes) {
            for (var it : node.properties()) {
                if (!KNOWN.contains(it.getKey())) {
                    var value = it.getValue();
                    merged.put(it.getKey(), value.isTextual() ? value.asText() : value.toString());
                }
            }
        }
        return merged;
    }

    private Map<String, Map<String, String>> values() {
        var merged = new LinkedHashMap<String, Map<String, String>>();
        for (var node : nodes) {
            for (var it : node.path("values").properties()) {
                var values = merged.computeIfAbsent(it.getKey(), name -> new LinkedHashMap<>());
                // The contract's value of the draft variable is a draft's name.
                EntryFields.texts(it.getValue())
                        .forEach((ours, its) ->
                                values.put(ProtocolVersion.of(ours).name(), its));
            }
        }
        return merged;
    }

    private List<String> list(String field) {
        return nodes.stream()
                .filter(it -> it.has(field))
                .map(it -> EntryFields.list(it.path(field)))
                .reduce(List.of(), (first, second) -> second);
    }
}
