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
 * Who made a container or network: the labels that everything of ours carries.
 *
 * @param session the run
 * @param host the machine, or container, whose process numbers {@code pid} is one of
 * @param pid the run's process
 * @param started when that process started, milliseconds since the epoch: process numbers are used again
 */
@API(status = Status.INTERNAL)
public record Owner(String session, String host, long pid, long started) {
    /** The label with the run; what has it is ours. */
    public static final String SESSION = "dev.interop.session";

    private static final String HOST = "dev.interop.host";
    private static final String PID = "dev.interop.pid";
    private static final String STARTED = "dev.interop.started";
    /** The start is reckoned from the clock, which may be set right in between. */
    private static final Duration CLOCK_CHANGE = Duration.ofSeconds(5);

    /** This process, in the run of this name. */
    public static Owner current(String session) {
        var process = ProcessHandle.current();
        return new Owner(session, thisHost(), process.pid(), started(process));
    }

    /** Who made what carries these labels, if it is ours. */
    public static Optional<Owner> of(Map<String, String> labels) {
        var session = labels.get(SESSION);
        if (session == null) {
            return Optional.empty();
        }
        return Optional.of(new Owner(
                session, labels.getOrDefault(HOST, ""), number(labels.get(PID)), number(labels.get(STARTED))));
    }

    /** What to put on everything that is made. */
    public Map<String, String> labels() {
        return Map.of(SESSION, session, HOST, host, PID, Long.toString(pid), STARTED, Long.toString(started));
    }

    /** Whether the process is known to have ended; of another machine's nothing is known. */
    public boolean isDead() {
        if (!host.equals(thisHost())) {
            return false;
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(it -> Math.abs(started(it) - started) <= CLOCK_CHANGE.toMillis())
                .isEmpty();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The host's name and, where there is such a thing, the process namespace: a container has its own numbers. */
    private static String thisHost() {
        return hostname() + processNamespace();
    }

    private static String hostname() {
        try {
            // Not the resolver first: it asks name servers and may take its time.
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
