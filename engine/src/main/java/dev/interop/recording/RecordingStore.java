package dev.interop.recording;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes and reads {@link Recording}s in their folders. */
public final class RecordingStore {
    private static final String SEED = "seed";
    private static final String HEXADECIMAL = "0x";

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new Jdk8Module())
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
        ObjectNode tree = json.valueToTree(recording);
        tree.put(SEED, HEXADECIMAL + Long.toHexString(recording.seed()));
        json.writeValue(recording.folder().resolve(Recording.FILE).toFile(), tree);
    }

    /** Earlier versions wrote a signed number. */
    private static long seed(String text) {
        return text.startsWith(HEXADECIMAL)
                ? Long.parseUnsignedLong(text.substring(HEXADECIMAL.length()), 16)
                : Long.parseLong(text);
    }

    /**
     * Reads the recording that lies in {@code folder}.
     *
     * @throws UserError when there is none, or none that this version can read
     */
    public Recording read(Path folder) {
        var file = folder.resolve(Recording.FILE);
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + ": no recording here; name the folder of a cell or of a run");
        }
        try {
            var tree = (ObjectNode) json.readTree(file.toFile());
            tree.put("folder", folder.toUri().toString());
            tree.put(SEED, seed(tree.path(SEED).asText()));
            return json.treeToValue(tree, Recording.class);
        } catch (IOException | ClassCastException | NumberFormatException e) {
            throw new UserError(file + ": cannot be read as a recording: " + e.getMessage(), e);
        }
    }
}
