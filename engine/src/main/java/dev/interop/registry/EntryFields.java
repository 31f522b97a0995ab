package dev.interop.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interop.ProtocolVersion;
import dev.interop.registry.RegistryFormat.BadEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The fields that the formats share, read from an entry that fits its schema. */
final class EntryFields {
    private EntryFields() {}

    /** Reads a text. Empty text counts as missing, since some registries write it so. */
    static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asText("")).filter(it -> !it.isBlank());
    }

    static Map<String, String> env(JsonNode node) {
        return texts(node.path("env"));
    }

    /** An object whose values are texts. */
    static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties().forEach(it -> texts.put(it.getKey(), it.getValue().asText()));
        return texts;
    }

    /** A list of texts. */
    static List<String> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** {@code draft_versions}, newest first. */
    static List<ProtocolVersion> drafts(JsonNode node) {
        return list(node.path("draft_versions")).stream()
                .map(ProtocolVersion::of)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * The remote endpoints of a role.
     *
     * @param section the section of its protocol
     * @param where the role, below the entry
     * @throws BadEntry when the transport of one is not known, or does not fit its URL
     */
    static List<RemoteEndpoint> remotes(JsonNode role, RegistrySection section, String where) throws BadEntry {
        var remotes = new ArrayList<RemoteEndpoint>();
        for (var it : role.path("remote")) {
            var url = it.path("url").asText();
            remotes.add(new RemoteEndpoint(
                    url,
                    transport(it, section.transportOf(url), where + "/remote/" + remotes.size()),
                    text(it, "status").orElse("active"),
                    text(it, "draft_version").map(ProtocolVersion::of),
                    it.path("tls_disable_verify").asBoolean(false),
                    it.path("notes").asText("")));
        }
        return remotes;
    }

    private static String transport(JsonNode remote, Optional<String> fitting, String where) throws BadEntry {
        var url = remote.path("url").asText();
        var named = text(remote, "transport");
        if (named.isEmpty() && fitting.isEmpty()) {
            throw new BadEntry(where, "a %s URL stands for no transport; add 'transport'".formatted(scheme(url)));
        }
        if (named.isPresent() && fitting.isPresent() && !named.equals(fitting)) {
            throw new BadEntry(
                    where,
                    "a %s URL is transport '%s', not '%s'; change the transport or the URL"
                            .formatted(scheme(url), fitting.get(), named.get()));
        }
        return named.or(() -> fitting).orElseThrow();
    }

    /** The scheme of a URL, such as {@code https://}. */
    static String scheme(String url) {
        return url.replaceAll("://.*", "://");
    }
}
