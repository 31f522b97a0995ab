package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A finished cell: its setup, how it ended, and the folder with its containers' files. The folder holds {@code
 * recording.json} (this record), {@code output.txt} (all containers' output, merged), and a folder for each role.
 * {@code client/} and {@code server/} hold the logs that the protocol's contract names (keys.log, qlog/) and the
 * container's stdout.log and stderr.log; a client that reports also has stdout.times. {@code sim/} holds
 * trace_node_left.pcap (client's side) and trace_node_right.pcap (server's side).
 *
 * @param folder its folder
 * @param cell the identity of the cell
 * @param setup the configuration of its containers
 * @param containers role → the record of its container
 * @param files the served and downloaded files
 * @param execution its times, end and fault
 */
@API(status = Status.EXPERIMENTAL)
public record Recording(
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        Path folder,

        @JsonProperty(required = true) CellIdentity cell,
        @JsonProperty(required = true) CellSetup setup,
        @JsonProperty(required = true) Map<ContainerRole, ContainerRecord> containers,
        @JsonProperty(required = true) CellFiles files,
        @JsonProperty(required = true) CellExecution execution) {
    /** The name of the file that holds this record. */
    public static final String FILE = "recording.json";
    /** The name of the file with all containers' output in order of arrival; each line starts with its role. */
    public static final String OUTPUT = "output.txt";

    public Recording {
        containers = ContainerRole.inOrder(containers);
    }

    /** Returns a copy with this fault, unless there is one already: the first fault counts. */
    public Recording withFault(Fault fault) {
        return new Recording(folder, cell, setup, containers, files, execution.withFault(fault));
    }

    /** Returns a copy with these conditions of its machine. */
    public Recording withConditions(MachineConditions conditions) {
        return new Recording(folder, cell, setup, containers, files, execution.withConditions(conditions));
    }

    /** The protocol's name. */
    public String protocol() {
        return cell.protocol();
    }

    /** The test case's name. */
    public String test() {
        return cell.test();
    }

    /** The client's route to the server. */
    public CellRoute route() {
        return cell.route();
    }

    /** The simulator's scenario with its arguments, empty without a simulator. */
    public String scenario() {
        return setup.scenario();
    }

    /** The event that ended the cell. */
    public CellEnd end() {
        return execution.end();
    }

    /** The fault that prevented the cell, if any. */
    public Optional<Fault> fault() {
        return execution.fault();
    }

    /** The requests of the fetching endpoint, in order: URLs, or paths if the server fetches. */
    public List<String> requests() {
        return setup.requests();
    }

    /** The address of the server, if it is remote. */
    public Optional<RemoteServer> remoteServer() {
        return setup.remoteServer();
    }

    /** The files that could be fetched. */
    public List<ServedFile> served() {
        return files.served();
    }

    /** The files found in the download folders. */
    public List<DownloadedFile> downloaded() {
        return files.downloaded();
    }

    /**
     * The downloads of {@code role}. If files are served from folders, only those in folders of the same names count.
     */
    public List<DownloadedFile> downloads(ContainerRole role) {
        return files.downloads(role);
    }

    /** The id of the image of {@code role}, if it is known. */
    public Optional<String> image(ContainerRole role) {
        return Optional.ofNullable(containers.get(role)).flatMap(ContainerRecord::image);
    }

    /** How the container of {@code role} ended, if there was one. */
    public Optional<ContainerEnd> ending(ContainerRole role) {
        return Optional.ofNullable(containers.get(role)).flatMap(ContainerRecord::end);
    }

    /** The environment variables of {@code role}; empty if they were not recorded. */
    public Map<String, String> env(ContainerRole role) {
        return setup.env().getOrDefault(role, Map.of());
    }

    /** The value of an environment variable of {@code role}. */
    public Optional<String> variable(ContainerRole role, String name) {
        return Optional.ofNullable(env(role).get(name));
    }

    /** The keylog that {@code role} wrote (SSLKEYLOGFILE); may not exist. */
    public Path keylog(ContainerRole role) {
        return folder.resolve(role.label()).resolve("keys.log");
    }

    /** The capture on the client's side of the simulator; without a simulator, the only one. May not exist. */
    public Path clientTrace() {
        return trace("left", "right");
    }

    /** The capture on the server's side of the simulator; without a simulator, the only one. May not exist. */
    public Path serverTrace() {
        return trace("right", "left");
    }

    private Path trace(String side, String other) {
        var wanted = folder.resolve("sim").resolve("trace_node_" + side + ".pcap");
        var only = folder.resolve("sim").resolve("trace_node_" + other + ".pcap");
        return !Files.exists(wanted) && scenario().isEmpty() && Files.exists(only) ? only : wanted;
    }

    /** The file with the stdout of {@code role}; may not exist. */
    public Path stdout(ContainerRole role) {
        return folder.resolve(role.label()).resolve("stdout.log");
    }

    /**
     * The file with the arrival times of the client's stdout. Each line holds the size of stdout.log in bytes at that
     * time and the time in microseconds since the epoch. May not exist.
     */
    public Path stdoutTimes() {
        return folder.resolve(ContainerRole.CLIENT.label()).resolve("stdout.times");
    }

    /** The file with the stderr of {@code role}; may not exist. */
    public Path stderr(ContainerRole role) {
        return folder.resolve(role.label()).resolve("stderr.log");
    }
}
