package dev.interop.testing;

import dev.interop.ProtocolVersion;
import dev.interop.recording.CellEnd;
import dev.interop.recording.CellExecution;
import dev.interop.recording.CellFiles;
import dev.interop.recording.CellIdentity;
import dev.interop.recording.CellRoute;
import dev.interop.recording.CellSetup;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Fault;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.Recording;
import dev.interop.recording.RefusedFile;
import dev.interop.recording.RemoteServer;
import dev.interop.recording.ServedFile;
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
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds a recording for tests. By default it is a handshake cell whose client ended with 0. */
@API(status = Status.EXPERIMENTAL)
public final class RecordingBuilder {
    private final Path folder;
    private final Map<ContainerRole, ContainerEnd> endings = new EnumMap<>(ContainerRole.class);
    private final List<ServedFile> served = new ArrayList<>();
    private final List<DownloadedFile> downloaded = new ArrayList<>();
    private final List<RefusedFile> refused = new ArrayList<>();
    private final Map<String, String> caseNames = new HashMap<>();
    private final Map<ContainerRole, Map<String, String>> env = new EnumMap<>(ContainerRole.class);
    private final Map<ContainerRole, Long> leftOut = new EnumMap<>(ContainerRole.class);
    private Optional<RemoteServer> remoteServer = Optional.empty();
    private String scenario = "simple-p2p";
    private String protocol = "quic";
    private String test = "handshake";
    private CellRoute route = CellRoute.direct();
    private CellEnd end = CellEnd.CLIENT;
    private Optional<Fault> fault = Optional.empty();
    private Optional<MachineConditions> conditions = Optional.empty();

    private RecordingBuilder(Path folder) {
        this.folder = folder;
        endings.put(ContainerRole.CLIENT, ContainerEnd.exited(0));
        endings.put(ContainerRole.SERVER, stopped(ContainerEnd.How.STOPPED));
        endings.put(ContainerRole.SIM, stopped(ContainerEnd.How.STOPPED));
    }

    /** Starts a recording in this folder. */
    public static RecordingBuilder recording(Path folder) {
        return new RecordingBuilder(folder);
    }

    /** The cell is one of MoQT, without a simulator. */
    public RecordingBuilder moqt(String testCase, String draft, String over) {
        protocol = "moqt";
        scenario = "";
        test = testCase;
        route = new CellRoute(
                over, Optional.of(over), Optional.of(ProtocolVersion.of(draft)), Optional.empty(), Optional.empty());
        return this;
    }

    /** The cell is one of WebTransport. */
    public RecordingBuilder webTransport(String testCase) {
        protocol = "webtransport";
        test = testCase;
        return this;
    }

    /** The container of this role had this environment variable. */
    public RecordingBuilder variable(ContainerRole role, String name, String value) {
        env.computeIfAbsent(role, it -> new HashMap<>()).put(name, value);
        return this;
    }

    /** The client has another name for a test case. */
    public RecordingBuilder calls(String ours, String its) {
        caseNames.put(ours, its);
        return this;
    }

    /** This many bytes of its output were over the limit. */
    public RecordingBuilder leftOut(ContainerRole role, long bytes) {
        leftOut.put(role, bytes);
        return this;
    }

    /** The server is a remote one. */
    public RecordingBuilder remoteServer(RemoteServer server) {
        remoteServer = Optional.of(server);
        return this;
    }

    /** The container of this role ended by itself. */
    public RecordingBuilder exited(ContainerRole role, int code) {
        return ended(role, ContainerEnd.exited(code));
    }

    /** The container of this role was stopped, killed or never started. */
    public RecordingBuilder ended(ContainerRole role, ContainerEnd.How how) {
        return ended(role, stopped(how));
    }

    /** The container of this role ended in this way. */
    public RecordingBuilder ended(ContainerRole role, ContainerEnd ending) {
        endings.put(role, ending);
        return this;
    }

    /** The cell ended for this reason. */
    public RecordingBuilder end(CellEnd value) {
        end = value;
        return this;
    }

    /** The cell could not be run. */
    public RecordingBuilder fault(Fault.Code code, String text) {
        fault = Optional.of(new Fault(code, text));
        return this;
    }

    /** The cell could not be run for this fault. */
    public RecordingBuilder fault(Fault cause) {
        fault = Optional.of(cause);
        return this;
    }

    /** The machine was in this condition while the cell ran. */
    public RecordingBuilder conditions(MachineConditions observed) {
        conditions = Optional.of(observed);
        return this;
    }

    /** A file was served and requested. */
    public RecordingBuilder served(String path, long size, String sha256) {
        served.add(new ServedFile(path, size, sha256));
        return this;
    }

    /** A file was found in the client's download folder. */
    public RecordingBuilder downloaded(String path, long size, String sha256) {
        return downloaded(new DownloadedFile(
                ContainerRole.CLIENT, path, DownloadedFile.Kind.FILE, size, sha256, OptionalLong.empty()));
    }

    /** This file was found in the download folder. */
    public RecordingBuilder downloaded(DownloadedFile file) {
        downloaded.add(file);
        return this;
    }

    /** This file was not copied out of a container. */
    public RecordingBuilder refused(ContainerRole role, String from, String why) {
        refused.add(new RefusedFile(role, from, why));
        return this;
    }

    /** The container of this role wrote this to standard error. */
    public RecordingBuilder stderr(ContainerRole role, String text) {
        return file(role.label() + "/stderr.log", text);
    }

    /** The container of this role wrote this to standard output. */
    public RecordingBuilder stdout(ContainerRole role, String text) {
        return file(role.label() + "/stdout.log", text);
    }

    /** The recording's folder has this file. */
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

    /** Builds the recording. */
    public Recording build() {
        var containers = new EnumMap<ContainerRole, ContainerRecord>(ContainerRole.class);
        endings.forEach((role, end) -> containers.put(role, ContainerRecord.ended(end)));
        return new Recording(
                folder,
                new CellIdentity(protocol, "client", "server", test, route),
                new CellSetup(
                        1,
                        scenario,
                        served.stream()
                                .map(it -> "https://server4:443/" + it.path())
                                .toList(),
                        env,
                        caseNames,
                        remoteServer),
                containers,
                new CellFiles(served, downloaded, refused, leftOut),
                new CellExecution(0, new Times(0, 0, 0, 0), end, fault, conditions));
    }

    private static ContainerEnd stopped(ContainerEnd.How how) {
        return new ContainerEnd(how, OptionalInt.empty(), "");
    }
}
