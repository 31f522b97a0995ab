package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A finished cell: what was run, how it ended, and the folder with all that its containers left. The folder holds
 * {@code recording.json} (this), {@code output.txt} (all containers' output, merged), and per part a folder:
 * {@code client/} and {@code server/} with what the container wrote to /logs (keys.log, qlog/) and /mlog and its
 * stdout.log and stderr.log, of a client that reports stdout.times, {@code sim/} with trace_node_left.pcap (client's side) and trace_node_right.pcap (server's side).
 *
 * @param folder where it lies
 * @param protocol the protocol's name
 * @param client the client implementation's name
 * @param server the server implementation's name
 * @param test the test case's name
 * @param transport the transport, where the protocol has several
 * @param version the draft version, where the protocol has several
 * @param seed what all randomness of the cell came from
 * @param scenario the simulator's scenario with its arguments, empty without a simulator
 * @param requests what the side that fetches was asked for, in order: URLs, or paths where that is the server
 * @param env part → the variables that its container was given
 * @param images part → image id ({@code sha256:…})
 * @param builds part → which sources its image says that it was built from, where it says it
 * @param endings part → how its container ended
 * @param end what ended the cell
 * @param served what was there to be fetched
 * @param downloaded what was found where downloads belong
 * @param started when the cell began, milliseconds since the epoch
 * @param times what its phases took
 * @param fault why it could not be run, if it could not
 * @param caseNames test cases → what the client calls them, where it calls them otherwise
 * @param leftOut part → bytes of its standard output that were over the limit, where there were any
 * @param elsewhere where the server is, of one that runs elsewhere
 */
public record Recording(
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        Path folder,

        String protocol,
        String client,
        String server,
        String test,
        Optional<String> transport,
        Optional<String> version,
        long seed,
        String scenario,
        List<String> requests,
        Map<ContainerRole, Map<String, String>> env,
        Map<ContainerRole, String> images,
        Map<ContainerRole, Provenance> builds,
        Map<ContainerRole, ContainerEnd> endings,
        CellEnd end,
        List<ServedFile> served,
        List<DownloadedFile> downloaded,
        long started,
        Times times,
        Optional<Fault> fault,
        Map<String, String> caseNames,
        Map<ContainerRole, Long> leftOut,
        Optional<RemoteServer> elsewhere) {
    /** The file in the folder that holds this record. */
    public static final String FILE = "recording.json";
    /** All containers' output, line by line as it came, each line with its part. */
    public static final String OUTPUT = "output.txt";

    public Recording {
        requests = List.copyOf(requests);
        // Recordings of earlier versions have none.
        env = Map.copyOf(Objects.requireNonNullElse(env, Map.of()));
        images = Map.copyOf(images);
        endings = Map.copyOf(endings);
        served = List.copyOf(served);
        downloaded = List.copyOf(downloaded);
        // Recordings of earlier versions have none of these.
        builds = Map.copyOf(Objects.requireNonNullElse(builds, Map.of()));
        caseNames = Map.copyOf(Objects.requireNonNullElse(caseNames, Map.of()));
        leftOut = Map.copyOf(Objects.requireNonNullElse(leftOut, Map.of()));
        elsewhere = Objects.requireNonNullElse(elsewhere, Optional.empty());
    }

    /**
     * What {@code part} left where its downloads belong: where files are served from folders, in folders of these names,
     * else anywhere.
     */
    public List<DownloadedFile> downloads(ContainerRole part) {
        var folders = served.stream().map(ServedFile::folder).collect(Collectors.toSet());
        return downloaded.stream()
                .filter(it -> it.by() == part)
                .filter(it -> folders.isEmpty() || folders.stream().anyMatch(it.path()::startsWith))
                .toList();
    }

    /** How the container of {@code part} ended, if there was one. */
    public Optional<ContainerEnd> ending(ContainerRole part) {
        return Optional.ofNullable(endings.get(part));
    }

    /** The value of a variable that {@code part} was given. */
    public Optional<String> variable(ContainerRole part, String name) {
        return Optional.ofNullable(env.getOrDefault(part, Map.of()).get(name));
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
        return !Files.exists(wanted) && scenario.isEmpty() && Files.exists(only) ? only : wanted;
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
