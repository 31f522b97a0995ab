package dev.interop.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The content of {@code run.json}, which marks the folder of a run.
 *
 * @param build the build that wrote the run
 * @param jvm the JVM that wrote it
 * @param begun when the run began
 * @param beside the folder that the user named, if this one was made beside it; else empty
 * @param inputs what the run was started with
 */
record RunMark(Build build, Build.Process jvm, Instant begun, String beside, RunInputs inputs) {
    static final String FILE = "run.json";

    void write(Path folder) throws IOException {
        var json = new ObjectMapper();
        ObjectNode node = json.createObjectNode();
        node.put("pid", jvm.pid()).put("started", jvm.started().toString());
        node.put("begun", begun.toString()).put("beside", beside);
        build.write(node.putObject("build"));
        inputs.write(node);
        json.writeValue(folder.resolve(FILE).toFile(), node);
    }

    /** Whether the folder has a mark. Other programs also write files of that name. */
    static boolean isIn(Path folder) {
        try {
            var node = new ObjectMapper().readTree(folder.resolve(FILE).toFile());
            return node.isObject() && node.has("pid") && node.has("started") && node.has("build");
        } catch (IOException none) {
            return false;
        }
    }

    /**
     * Reads the mark of a run's folder.
     *
     * @throws IOException when there is none that can be read
     */
    static RunMark read(Path folder) throws IOException {
        var node = new ObjectMapper().readTree(folder.resolve(FILE).toFile());
        try {
            return new RunMark(
                    Build.read(node.path("build")),
                    new Build.Process(
                            node.path("pid").asLong(-1),
                            Instant.parse(node.path("started").asText(Instant.EPOCH.toString()))),
                    Instant.parse(node.path("begun").asText(Instant.EPOCH.toString())),
                    node.path("beside").asText(),
                    RunInputs.read(node));
        } catch (DateTimeException | IllegalArgumentException | UserError e) {
            throw new IOException(folder.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }
}
