package dev.interop.cli.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.recording.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The provenance of images that were built from sources: a file {@code NAME-TARGET.json} each, beside the builds' logs.
 */
@API(status = Status.INTERNAL)
public final class ProvenanceFiles {
    private final Path folder;
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** @param folder the folder of the files; one that does not exist counts as empty */
    public ProvenanceFiles(Path folder) {
        this.folder = folder;
    }

    void write(ImageBuild build, Provenance provenance) throws IOException {
        ObjectNode entry = json.createObjectNode();
        entry.put("name", build.name());
        entry.put("target", build.target());
        entry.put("image", build.image());
        entry.setAll((ObjectNode) json.valueToTree(provenance));
        json.writeValue(
                folder.resolve(build.name() + "-" + build.target() + ".json").toFile(), entry);
    }

    /** Image → the sources of its last build on this machine. */
    public Map<String, Provenance> read() {
        var all = new TreeMap<String, Provenance>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (var file : files) {
                var entry = (ObjectNode) json.readTree(file.toFile());
                var image = entry.path("image").asText();
                entry.remove(List.of("name", "target", "image"));
                all.put(image, json.treeToValue(entry, Provenance.class));
            }
        } catch (IOException | ClassCastException e) {
            System.getLogger(ProvenanceFiles.class.getName())
                    .log(System.Logger.Level.DEBUG, "what builds left is not readable: {0}", e.toString());
        }
        return all;
    }
}
