package dev.interop.testbed.cleanup;

import dev.interop.testbed.docker.ContainerBackend;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A {@link Watchdog} that was started for a run. */
final class WatchdogProcess implements AutoCloseable {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Process process;

    private WatchdogProcess(Process process) {
        this.process = process;
    }

    /** Starts a watchdog; empty if it cannot reach the engine or no process can be started. */
    static Optional<WatchdogProcess> start(ContainerBackend engine, String session) {
        var found = engine.facts().host();
        var host = found.uri();
        if (!EngineSocket.canReach(host, found.isEncrypted())) {
            return Optional.empty();
        }
        try {
            var process = new ProcessBuilder(command(host, session))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Optional.of(new WatchdogProcess(process));
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static List<String> command(URI host, String session) throws URISyntaxException {
        var classes = Path.of(Watchdog.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            // In a session of its own, it gets no signals of the terminal's process group.
            command.add(SETSID.toString());
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                classes.toString(),
                Watchdog.class.getName(),
                host.toString(),
                session));
        return command;
    }

    /** Lets the watchdog remove what is left, while this process goes on. */
    void leaveRest() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
            return;
        }
    }

    /** Tells the watchdog that all is clean. */
    @Override
    public void close() {
        try (var stdin = process.getOutputStream()) {
            stdin.write(Watchdog.ALL_CLEAN);
        } catch (IOException e) {
            // It is gone already.
            return;
        }
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
