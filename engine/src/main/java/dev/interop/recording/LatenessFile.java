package dev.interop.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The file in which the simulator leaves how late it delivered packets. Other simulators leave none. */
@API(status = Status.INTERNAL)
public final class LatenessFile {
    private static final String NAME = "lateness.json";
    private static final long LARGEST = 4096;

    private LatenessFile() {}

    /** Reads the file of a recording; empty if there is none, or one that is not understood. */
    public static Optional<Lateness> in(Path recording) {
        var file = recording.resolve(ContainerRole.SIM.label()).resolve(NAME);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? of(new ObjectMapper().readTree(file.toFile()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Lateness> of(JsonNode it) {
        return it.path("max_ms").isNumber() && it.path("p99_ms").isNumber()
                ? Optional.of(new Lateness(
                        it.path("max_ms").asDouble(),
                        it.path("p99_ms").asDouble(),
                        it.path("packets").asLong()))
                : Optional.empty();
    }
}
