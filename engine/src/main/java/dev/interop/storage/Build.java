package dev.interop.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A build, whose runs keep each other's results: all test classes, reruns and JVMs of one call of a build tool. It is
 * named by the user, else it is the process that the build tool runs in.
 *
 * @param name the user's name of it; empty for none
 * @param process the build tool's process, which forked this JVM; else this JVM's own
 * @param daemon whether that process outlives a build, so that it does not tell one build from the next
 */
record Build(String name, Process process, boolean daemon) {
    private static final long UNKNOWN = -1;

    /** Two JVMs may read start times of one process that differ, since the system's boot time is rounded. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    /**
     * A process, told from later ones that get the same number.
     *
     * @param pid its number
     * @param started when it began
     */
    record Process(long pid, Instant started) {
        static Process of(ProcessHandle handle) {
            return new Process(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
        }

        private boolean isKnown() {
            return pid != UNKNOWN;
        }

        boolean isSame(Process other) {
            return pid == other.pid
                    && Math.abs(started.toEpochMilli() - other.started.toEpochMilli()) <= START_TOLERANCE.toMillis();
        }
    }

    /**
     * The build that this JVM works for.
     *
     * @param name the user's name of it; empty for none
     * @param properties of this JVM: build tools mark the JVMs that they fork
     */
    static Build current(String name, Properties properties) {
        var self = ProcessHandle.current();
        var gradle = properties.containsKey("org.gradle.test.worker");
        var surefire = properties.getProperty("sun.java.command", "").contains("surefire")
                || properties.containsKey("surefire.real.class.path");
        var tool = gradle || surefire ? tool(self) : Optional.<ProcessHandle>empty();
        return new Build(
                name,
                Process.of(tool.orElse(self)),
                gradle || tool.filter(Build::isDaemon).isPresent());
    }

    /** The nearest Java process above this one. Between them may be a shell. */
    private static Optional<ProcessHandle> tool(ProcessHandle self) {
        return Stream.iterate(self.parent(), Optional::isPresent, it -> it.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(it -> it.info().command().filter(Build::isJava).isPresent())
                .findFirst();
    }

    private static boolean isJava(String command) {
        return command.replaceFirst(".*[/\\\\]", "").startsWith("java");
    }

    private static boolean isDaemon(ProcessHandle process) {
        return process.info().commandLine().filter(it -> it.contains("mvnd")).isPresent();
    }

    /** Whether {@code other} is this build. A build without a name and a known process equals none. */
    boolean isSame(Build other) {
        return name.equals(other.name) && (!name.isEmpty() || process.isKnown() && process.isSame(other.process));
    }

    /** Equal for runs of the same build, and different for others. */
    String text() {
        return name.isEmpty() ? process.pid() + "@" + process.started() : name;
    }

    void write(ObjectNode node) {
        node.put("name", name);
        node.put("pid", process.pid());
        node.put("started", process.started().toString());
        node.put("daemon", daemon);
    }

    static Build read(JsonNode node) {
        return new Build(
                node.path("name").asText(),
                new Process(
                        node.path("pid").asLong(UNKNOWN),
                        Instant.parse(node.path("started").asText(Instant.EPOCH.toString()))),
                node.path("daemon").asBoolean());
    }
}
