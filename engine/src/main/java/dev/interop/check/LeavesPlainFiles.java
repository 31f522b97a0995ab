package dev.interop.check;

import dev.interop.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** What is written to /logs can be taken out: plain files within the limits. */
final class LeavesPlainFiles implements Requirement {
    private static final String SKIPPED = "not taken from ";

    @Override
    public String text() {
        return "what it leaves in /logs can be kept";
    }

    @Override
    public String section() {
        return "2.4";
    }

    @Override
    public Answer examine(Evidence evidence) {
        if (evidence.run().isEmpty()) {
            return new Answer.NotAsked(evidence.noRun());
        }
        var part = evidence.subject().part().label();
        var output = evidence.run().get().recording().folder().resolve(Recording.OUTPUT);
        try (var lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
            return lines.filter(it -> it.contains("testbed") && it.contains(SKIPPED + part))
                    .findFirst()
                    .<Answer>map(it -> new Answer.NotMet(
                            it.substring(it.indexOf(SKIPPED)),
                            "write plain files: no links out of the folder, no devices, no more than the limits"))
                    .orElseGet(() -> new Answer.Met("all of it"));
        } catch (IOException e) {
            return new Answer.NotAsked("its output cannot be read: " + e.getMessage());
        }
    }
}
