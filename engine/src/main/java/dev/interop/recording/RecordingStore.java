package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.interop.Printable;
import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Writes and reads {@link Recording}s in their folders. */
@API(status = Status.INTERNAL)
public final class RecordingStore {
    /** The format number of {@code recording.json}: incremented whenever older readers would misunderstand the file. */
    static final int FORMAT = 2;

    private static final String FORMAT_KEY = "format";

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, null))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Writes {@code recording.json} into the recording's folder.
     *
     * @throws IOException when the folder cannot be written
     */
    public void write(Recording recording) throws IOException {
        Files.createDirectories(recording.folder());
        var tree = json.createObjectNode().put(FORMAT_KEY, FORMAT);
        tree.setAll((ObjectNode) json.valueToTree(recording));
        json.writeValue(recording.folder().resolve(Recording.FILE).toFile(), tree);
    }

    /**
     * Reads the recording in {@code folder}.
     *
     * @throws UserError when there is no recording, or this version cannot read it
     */
    public Recording read(Path folder) {
        var file = folder.resolve(Recording.FILE);
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + ": no recording here; name the folder of a cell or of a run");
        }
        try {
            if (!(json.readTree(file.toFile()) instanceof ObjectNode tree)) {
                throw new UserError(file + ": is no recording; name the folder of a run or of a cell");
            }
            // Recordings in the first format have no format number.
            var format = tree.path(FORMAT_KEY).asInt(1);
            if (format != FORMAT) {
                throw new UserError(
                        "%s: is in format %s, and this version of Interop Engine reads format %s; run the cell again"
                                .formatted(file, format, FORMAT));
            }
            tree.put("folder", folder.toUri().toString());
            return json.treeToValue(tree, Recording.class);
        } catch (JsonProcessingException e) {
            throw new UserError(file + ": cannot be read as a recording: " + Printable.of(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read as a recording: " + e.getMessage(), e);
        }
    }
}
