package dev.interop.testbed.cleanup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The owner of a container, network or volume: a run and its process, as labels of everything that the run creates.
 *
 * @param session the run
 * @param host the machine or container in which {@code pid} is a process number
 * @param pid the run's process
 * @param started when that process started, milliseconds since the epoch: process numbers are used again
 * @param folder the folder in which that process works; empty if it is not known
 */
@API(status = Status.INTERNAL)
public record Owner(String session, String host, long pid, long started, String folder) {
    /** The label with the run. Everything that a run creates has it. */
    public static final String SESSION = "dev.interop.session";

    /** The label of a container that protects the machine from the others of its run: it is removed after them. */
    public static final String REMOVED_LAST = "dev.interop.removed-last";

    /** The beginning of the names of containers that stay after their run. */
    public static final String KEPT = "interop-kept-";

    private static final String HOST = "dev.interop.host";
    private static final String PID = "dev.interop.pid";
    private static final String STARTED = "dev.interop.started";
    private static final String FOLDER = "dev.interop.folder";
    /** The tolerance of start times, which change when the clock is adjusted. */
    private static final Duration CLOCK_CHANGE = Duration.ofSeconds(5);

    /** This process, in the run of this name. */
    public static Owner current(String session) {
        var process = ProcessHandle.current();
        return new Owner(
                session,
                thisHost(),
                process.pid(),
                started(process),
                workingFolder().toString());
    }

    /** The owner that these labels name; empty if they are not those of a run. */
    public static Optional<Owner> of(Map<String, String> labels) {
        var session = labels.get(SESSION);
        if (session == null) {
            return Optional.empty();
        }
        return Optional.of(new Owner(
                session,
                labels.getOrDefault(HOST, ""),
                number(labels.get(PID)),
                number(labels.get(STARTED)),
                labels.getOrDefault(FOLDER, "")));
    }

    /** The labels for everything that the run creates. */
    public Map<String, String> labels() {
        return Map.of(
                SESSION, session, HOST, host, PID, Long.toString(pid), STARTED, Long.toString(started), FOLDER, folder);
    }

    /** The name of a container that stays after the run, until the user removes it. */
    public String keptName(String part) {
        return KEPT + session + "-" + part;
    }

    /** Whether the process has certainly ended; always false for a process of another machine. */
    public boolean isDead() {
        if (!host.equals(thisHost())) {
            return false;
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(it -> Math.abs(started(it) - started) <= CLOCK_CHANGE.toMillis())
                .isEmpty();
    }

    /** Whether the process worked in this process's folder, or below it like a build's modules. */
    public boolean isOfThisFolder() {
        return !folder.isEmpty() && Path.of(folder).startsWith(workingFolder());
    }

    private static Path workingFolder() {
        return Path.of("").toAbsolutePath().normalize();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The host's name and its process namespace, if there is one: a container has process numbers of its own. */
    private static String thisHost() {
        return hostname() + processNamespace();
    }

    private static String hostname() {
        try {
            // Not from the resolver: it asks name servers, which may take long.
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return resolvedHostname();
        }
    }

    private static String resolvedHostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String processNamespace() {
        try {
            var link = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            return "/" + link.replaceAll("\\D", "");
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private static long number(String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
