package dev.interop.testing;

import dev.interop.recording.CellEnd;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Ending;
import dev.interop.recording.Fault;
import dev.interop.recording.Part;
import dev.interop.recording.Recording;
import dev.interop.recording.ServedFile;
import dev.interop.recording.ServerElsewhere;
import dev.interop.recording.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A recording of a test: a handshake cell whose client ended with 0, unless something else is said. */
public final class RecordingBuilder {
    private final Path folder;
    private final Map<Part, Ending> endings = new EnumMap<>(Part.class);
    private final List<ServedFile> served = new ArrayList<>();
    private final List<DownloadedFile> downloaded = new ArrayList<>();
    private final Map<String, String> caseNames = new HashMap<>();
    private final Map<Part, Map<String, String>> env = new EnumMap<>(Part.class);
    private final Map<Part, Long> leftOut = new EnumMap<>(Part.class);
    private Optional<ServerElsewhere> elsewhere = Optional.empty();
    private String scenario = "simple-p2p";
    private String protocol = "quic";
    private String test = "handshake";
    private Optional<String> transport = Optional.empty();
    private Optional<String> version = Optional.empty();
    private CellEnd end = CellEnd.CLIENT;
    private Optional<Fault> fault = Optional.empty();

    private RecordingBuilder(Path folder) {
        this.folder = folder;
        endings.put(Part.CLIENT, Ending.exited(0));
        endings.put(Part.SERVER, stopped(Ending.How.STOPPED));
        endings.put(Part.SIM, stopped(Ending.How.STOPPED));
    }

    /** A recording in this folder. */
    public static RecordingBuilder recording(Path folder) {
        return new RecordingBuilder(folder);
    }

    /** It is a cell of MoQT in this test case, without a simulator. */
    public RecordingBuilder moqt(String testCase, String draft, String over) {
        protocol = "moqt";
        scenario = "";
        test = testCase;
        transport = Optional.of(over);
        version = Optional.of(draft);
        return this;
    }

    /** It is a cell of WebTransport in this test case. */
    public RecordingBuilder webTransport(String testCase) {
        protocol = "webtransport";
        test = testCase;
        return this;
    }

    /** A part was given a variable. */
    public RecordingBuilder variable(Part part, String name, String value) {
        env.computeIfAbsent(part, it -> new HashMap<>()).put(name, value);
        return this;
    }

    /** The client calls a test case otherwise. */
    public RecordingBuilder calls(String ours, String its) {
        caseNames.put(ours, its);
        return this;
    }

    /** So much of its standard output was over the limit. */
    public RecordingBuilder leftOut(Part part, long bytes) {
        leftOut.put(part, bytes);
        return this;
    }

    /** Its server runs elsewhere. */
    public RecordingBuilder elsewhere(ServerElsewhere server) {
        elsewhere = Optional.of(server);
        return this;
    }

    /** This part ended by itself. */
    public RecordingBuilder exited(Part part, int code) {
        return ended(part, Ending.exited(code));
    }

    /** This part was stopped, killed or never started. */
    public RecordingBuilder ended(Part part, Ending.How how) {
        return ended(part, stopped(how));
    }

    /** This part ended so. */
    public RecordingBuilder ended(Part part, Ending ending) {
        endings.put(part, ending);
        return this;
    }

    /** This ended the cell. */
    public RecordingBuilder end(CellEnd value) {
        end = value;
        return this;
    }

    /** It could not be run. */
    public RecordingBuilder fault(Fault.Code code, String text) {
        fault = Optional.of(new Fault(code, text));
        return this;
    }

    /** A file was served and asked for. */
    public RecordingBuilder served(String path, long size, String sha256) {
        served.add(new ServedFile(path, size, sha256));
        return this;
    }

    /** A file was found where the client's downloads belong. */
    public RecordingBuilder downloaded(String path, long size, String sha256) {
        return downloaded(
                new DownloadedFile(Part.CLIENT, path, DownloadedFile.Kind.FILE, size, sha256, OptionalLong.empty()));
    }

    /** This was found where downloads belong. */
    public RecordingBuilder downloaded(DownloadedFile file) {
        downloaded.add(file);
        return this;
    }

    /** A part wrote this to standard error. */
    public RecordingBuilder stderr(Part part, String text) {
        return file(part.label() + "/stderr.log", text);
    }

    /** A part wrote this to standard output. */
    public RecordingBuilder stdout(Part part, String text) {
        return file(part.label() + "/stdout.log", text);
    }

    /** A file lies in the folder. */
    public RecordingBuilder file(String path, String text) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recording. */
    public Recording build() {
        return new Recording(
                folder,
                protocol,
                "client",
                "server",
                test,
                transport,
                version,
                1,
                scenario,
                served.stream().map(it -> "https://server4:443/" + it.path()).toList(),
                env,
                Map.of(),
                Map.of(),
                endings,
                end,
                served,
                downloaded,
                0,
                new Times(0, 0, 0, 0),
                fault,
                caseNames,
                leftOut,
                elsewhere);
    }

    private static Ending stopped(Ending.How how) {
        return new Ending(how, OptionalInt.empty(), "");
    }
}
