package dev.interop.testing;

import dev.interop.protocol.Protocols;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.trace.DissectionTool;
import dev.interop.verdict.Judge;
import dev.interop.verdict.Trust;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recordings of real cells, cut down to what their checks look at, with what tshark said of their captures. */
public final class StoredRecordings {
    /** Behind the capture's name: the dissector's answer. */
    public static final String FIELDS = ".fields";

    /** Behind the capture's name: its dump of packets that hold a frame which it does not know. */
    public static final String PAYLOADS = ".payloads";

    private StoredRecordings() {}

    /** The names of all of them. */
    public static List<String> names() {
        try (var folders = Files.list(root())) {
            return folders.map(it -> it.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The recording of this name. */
    public static Recording recording(String name) {
        return new RecordingStore().read(root().resolve(name));
    }

    /** Its verdict, with the stored dissection. */
    public static Verdict verdict(String name) {
        var recording = recording(name);
        return judge(recording, stored(recording.folder()));
    }

    /** Its verdict, with this dissector. */
    public static Verdict judge(Recording recording, DissectionTool tool) {
        return judge(recording, tool, Trust.WIRE);
    }

    /** Its verdict, with this dissector, believing the wire or the client. */
    public static Verdict judge(Recording recording, DissectionTool tool, Trust trust) {
        var test = Protocols.installed()
                .named(recording.protocol())
                .testCase(recording.test())
                .orElseThrow();
        return new Judge(tool, trust)
                .explaining(test.explanation())
                .judge(recording, test.checks(), test.reportSource());
    }

    /** A dissector that says what tshark said when the recording was stored. */
    public static DissectionTool stored(Path folder) {
        return (files, command, stdout) -> {
            var capture = files.keySet().stream()
                    .filter(it -> it.endsWith(".pcap"))
                    .findFirst()
                    .orElseThrow();
            try (var answer = Files.newInputStream(folder.resolve("sim").resolve(capture + kind(command)))) {
                stdout.read(answer);
            }
            return new DissectionTool.Exit(0, "");
        };
    }

    /** Which of its answers a command asks for, as it stands behind the capture's name. */
    public static String kind(List<String> command) {
        return command.contains("-x") ? PAYLOADS : FIELDS;
    }

    private static Path root() {
        return Path.of("..", "engine", "src", "test", "resources", "recordings");
    }
}
