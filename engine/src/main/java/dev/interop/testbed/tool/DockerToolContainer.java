package dev.interop.testbed.tool;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.cleanup.Owner;
import dev.interop.testbed.cleanup.RunGuard;
import dev.interop.testbed.cleanup.ShutdownHooks;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.docker.CommandOutput;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.ContainerSpec.Privilege;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFinder;
import dev.interop.testbed.docker.Networking;
import dev.interop.testbed.docker.Program;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.docker.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Tools in a container on a Docker Engine. Safe for use by several threads. */
@API(status = Status.INTERNAL)
public final class DockerToolContainer implements ToolContainer {
    private static final int NOBODY = 65534;
    private static final long MEMORY_BYTES = 4L << 30;
    private static final long PIDS = 512;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** A script that runs the command in a folder with its files and removes the folder. */
    private static final String SHELL =
            "cd \"$1\" || exit 125; folder=$1; shift; \"$@\"; code=$?; cd /; rm -rf \"$folder\"; exit $code";

    private final ContainerBackend engine;
    private final Owner owner;
    private final String image;
    private final RunGuard guard;
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger containers = new AtomicInteger();
    private Optional<String> container = Optional.empty();
    private boolean closed;

    private DockerToolContainer(RunGuard guard, Owner owner, String image) {
        this.engine = guard.backend();
        this.owner = owner;
        this.image = image;
        this.guard = guard;
    }

    /**
     * Finds the engine and the image of the tools. The container is created at its first use.
     *
     * @param image the image with the tools and a shell
     * @param session the name of the run; the container is labelled {@code SESSION-tools}
     * @throws UserError when the engine cannot be reached or the image is missing
     */
    public static DockerToolContainer open(String image, String session, PullPolicy pull, NoteListener progress) {
        var engine = Engine.connect();
        try {
            var found = new ImageFinder(engine, pull).find(image);
            var owner = Owner.current(session + "-tools");
            var guard = RunGuard.open(engine, owner, progress, ShutdownHooks.RUNTIME);
            var tools = new DockerToolContainer(guard, owner, found.id());
            guard.atShutdown(tools::close);
            return tools;
        } catch (EngineFailure e) {
            engine.close();
            throw new UserError(e.getMessage(), e);
        }
    }

    @Override
    public ToolExit run(Map<String, Path> files, List<String> command, OutputReader stdout) throws IOException {
        var folder = "tmp/interop-" + runs.incrementAndGet();
        try {
            var id = container();
            engine.copyIn(id, "/", new TarStream(sources(folder, files)));
            return execute(id, "/" + folder, command, stdout);
        } catch (EngineFailure e) {
            throw new IOException(command.get(0) + " could not be run: " + e.getMessage(), e);
        }
    }

    private static List<TarSource> sources(String folder, Map<String, Path> files) throws IOException {
        var sources = new ArrayList<TarSource>();
        sources.add(TarSource.folder(folder, 0700).ownedBy(NOBODY));
        for (var file : files.entrySet()) {
            var size = Files.size(file.getValue());
            sources.add(TarSource.file(folder + "/" + file.getKey(), size, () -> Files.newInputStream(file.getValue()))
                    .ownedBy(NOBODY));
        }
        return sources;
    }

    private ToolExit execute(String id, String folder, List<String> command, OutputReader reader) throws IOException {
        var line = new ArrayList<>(List.of("sh", "-c", SHELL, "sh", folder));
        line.addAll(command);
        var output = new CommandOutput(MonotonicTime.SYSTEM, LIMIT);
        var execution = engine.execute(id, line, Integer.toString(NOBODY), output);
        execution.output().whenComplete(output::end);
        try {
            reader.read(output.stdout());
        } finally {
            output.dropRest();
        }
        if (!execution.output().finish(LIMIT)) {
            abandon(id);
            throw new IOException(command.get(0) + " did not end within " + LIMIT.toMinutes() + " minutes");
        }
        return new ToolExit(engine.exitCodeOf(execution), output.stderr());
    }

    private synchronized String container() {
        if (closed) {
            throw new IllegalStateException("the tools are closed");
        }
        if (container.isEmpty()) {
            var spec = new ContainerSpec(
                    "interop-" + owner.session() + "-" + containers.incrementAndGet(),
                    image,
                    owner.labels(),
                    Program.of(List.of("sleep", "infinity"))
                            .as(Integer.toString(NOBODY))
                            .withEnv(Map.of("HOME", "/tmp")),
                    Networking.none(),
                    Privilege.TOOL,
                    new Resources(MEMORY_BYTES, PIDS, engine.facts().machine().cpus()));
            container = Optional.of(engine.startKeptContainer(spec, created -> {}));
        }
        return container.get();
    }

    /** Removes the container with a command that hangs; the next command gets a new container. */
    private synchronized void abandon(String id) {
        if (container.filter(id::equals).isPresent()) {
            container = Optional.empty();
        }
        engine.removeContainer(id);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            guard.close();
            engine.close();
        }
    }
}
