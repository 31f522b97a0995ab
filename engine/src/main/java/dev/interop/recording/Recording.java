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
 * A finished cell: what was run, how it ended, and the folder with all that its containers left. The folder holds
 * {@code recording.json} (this), {@code output.txt} (all containers' output, merged), and a folder for each role:
 * {@code client/} and {@code server/} with the folders of logs that the protocol's contract names (keys.log, qlog/) and
 * the container's stdout.log and stderr.log, of a client that reports stdout.times, {@code sim/} with
 * trace_node_left.pcap (client's side) and trace_node_right.pcap (server's side).
 *
 * @param folder where it lies
 * @param cell which cell it is
 * @param setup what its containers were made with
 * @param containers role → what is known of its container
 * @param files what was served and downloaded
 * @param execution how it went
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
    /** The file in the folder that holds this record. */
    public static final String FILE = "recording.json";
    /** All containers' output, line by line as it came, each line with its part. */
    public static final String OUTPUT = "output.txt";

    public Recording {
        containers = ContainerRole.inOrder(containers);
    }

    /** The same with this fault, unless there was one before: the first one counts. */
    public Recording withFault(Fault fault) {
        return new Recording(folder, cell, setup, containers, files, execution.withFault(fault));
    }

    /** The protocol's name. */
    public String protocol() {
        return cell.protocol();
    }

    /** The test case's name. */
    public String test() {
        return cell.test();
    }

    /** How the client gets to the server. */
    public CellRoute route() {
        return cell.route();
    }

    /** The simulator's scenario with its arguments, empty without a simulator. */
    public String scenario() {
        return setup.scenario();
    }

    /** What ended the cell. */
    public CellEnd end() {
        return execution.end();
    }

    /** Why it could not be run, if it could not. */
    public Optional<Fault> fault() {
        return execution.fault();
    }

    /** What the side that fetches was asked for, in order: URLs, or paths where that is the server. */
    public List<String> requests() {
        return setup.requests();
    }

    /** Where the server is, of one that runs elsewhere. */
    public Optional<RemoteServer> remoteServer() {
        return setup.remoteServer();
    }

    /** What was there to be fetched. */
    public List<ServedFile> served() {
        return files.served();
    }

    /** What was found where downloads belong. */
    public List<DownloadedFile> downloaded() {
        return files.downloaded();
    }

    /**
     * What {@code part} left where its downloads belong: where files are served from folders, in folders of these names,
     * else anywhere.
     */
    public List<DownloadedFile> downloads(ContainerRole part) {
        return files.downloads(part);
    }

    /** The id of the image of {@code part}, if it is known. */
    public Optional<String> image(ContainerRole part) {
        return Optional.ofNullable(containers.get(part)).flatMap(ContainerRecord::image);
    }

    /** How the container of {@code part} ended, if there was one. */
    public Optional<ContainerEnd> ending(ContainerRole part) {
        return Optional.ofNullable(containers.get(part)).flatMap(ContainerRecord::end);
    }

    /** The variables that {@code part} was given; empty where nothing was recorded of them. */
    public Map<String, String> env(ContainerRole part) {
        return setup.env().getOrDefault(part, Map.of());
    }

    /** The value of a variable that {@code part} was given. */
    public Optional<String> variable(ContainerRole part, String name) {
        return Optional.ofNullable(env(part).get(name));
    }

    /** The keylog that {@code part} wrote (SSLKEYLOGFILE); may not exist. */
    public Path keylog(ContainerRole part) {
        return folder.resolve(part.label()).resolve("keys.log");
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

    /** What {@code part} wrote to stdout; may not exist. */
    public Path stdout(ContainerRole part) {
        return folder.resolve(part.label()).resolve("stdout.log");
    }

    /**
     * When what the client wrote to stdout came: a line each time, with the bytes of stdout.log that were there by then,
     * and microseconds since the epoch. May not exist.
     */
    public Path stdoutTimes() {
        return folder.resolve(ContainerRole.CLIENT.label()).resolve("stdout.times");
    }

    /** What {@code part} wrote to stderr; may not exist. */
    public Path stderr(ContainerRole part) {
        return folder.resolve(part.label()).resolve("stderr.log");
    }
}
