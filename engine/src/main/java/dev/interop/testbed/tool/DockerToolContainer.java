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
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Tools in a container on a Docker Engine. Safe for use by several threads. */
@API(status = Status.INTERNAL)
public final class DockerToolContainer implements ToolContainer {
    private static final int NOBODY = 65534;
    private static final long MEMORY_BYTES = 4L << 30;
    private static final long PIDS = 512;
    private static final int KILLED = 137;
    private static final Duration END_OF_CONTAINER = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** As timeout(1) has it. */
    private static final int TIMED_OUT = 124;
    /** A script that runs the command in a folder with its files and removes the folder. */
    private static final String SHELL =
            "cd \"$1\" || exit 125; folder=$1; shift; \"$@\"; code=$?; cd /; rm -rf \"$folder\"; exit $code";

    private final ContainerBackend engine;
    private final Owner owner;
    private final String image;
    private final Runnable release;
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger containers = new AtomicInteger();
    private Optional<String> container = Optional.empty();
    private boolean closed;

    private DockerToolContainer(ContainerBackend engine, Owner owner, String image, Runnable release) {
        this.engine = engine;
        this.owner = owner;
        this.image = image;
        this.release = release;
    }

    /**
     * The tools of a run whose guard removes their container.
     *
     * @param engine the run's guarded container engine
     * @param image the ID of the image with the tools and a shell
     */
    public static DockerToolContainer of(ContainerBackend engine, Owner owner, String image) {
        return new DockerToolContainer(engine, owner, image, () -> {});
    }

    /**
     * Finds the engine and the image of tools without a test bed. The container is created at its first use.
     *
     * @param image the image with the tools and a shell
     * @param session the name of the run
     * @throws UserError when the engine cannot be reached or the image is missing
     */
    public static DockerToolContainer open(String image, String session, PullPolicy pull, NoteListener progress) {
        return open(Engine.connect(), image, session, pull, progress);
    }

    /**
     * Finds the image of tools without a test bed. Closing the tools closes the engine's connection.
     *
     * @param image the image with the tools and a shell
     * @param session the name of the run
     * @throws UserError when the image is missing; the engine's connection is closed
     */
    public static DockerToolContainer open(
            ContainerBackend engine, String image, String session, PullPolicy pull, NoteListener progress) {
        try {
            var found = new ImageFinder(engine, pull).find(image);
            var owner = Owner.current(session);
            var guard = RunGuard.open(engine, owner, progress, ShutdownHooks.RUNTIME);
            var tools = new DockerToolContainer(guard.backend(), owner, found.id(), () -> {
                guard.close();
                engine.close();
            });
            guard.atShutdown(tools::close);
            return tools;
        } catch (EngineFailure e) {
            engine.close();
            throw new UserError(e.getMessage(), e);
        }
    }

    /** Starts the container ahead of its first command. If that fails, the first command tries again and says why. */
    public void startAhead() {
        try {
            container();
        } catch (EngineFailure | CancellationException e) {
            return;
        }
    }

    @Override
    public ToolExit run(Map<String, Path> files, List<String> command, OutputReader stdout) throws IOException {
        var folder = "tmp/interop-" + runs.incrementAndGet();
        var id = container();
        try {
            engine.copyIn(id, "/", new TarStream(sources(folder, files)));
            return execute(id, "/" + folder, command, stdout);
        } catch (EngineFailure e) {
            throw failure(id, command.get(0), e);
        }
    }

    /**
     * The failure of a command. A container that has ended by itself has gone with its engine: engines stop their
     * containers when they are restarted.
     */
    private RuntimeException failure(String id, String program, EngineFailure e) {
        if (isClosed()) {
            return cancelled();
        }
        var text = program + " could not be run: " + e.getMessage();
        try {
            if (engine.stateOf(id).running()) {
                return new EngineFailure(e.kind(), text);
            }
        } catch (EngineFailure unknown) {
            // The engine does not answer, or does not know the container any more.
            abandon(id);
            return new EngineFailure(EngineFailure.Kind.LOST, text);
        }
        abandon(id);
        return new EngineFailure(EngineFailure.Kind.LOST, text + "; its container has ended");
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private static CancellationException cancelled() {
        return new CancellationException("the tools are closed");
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
        Optional<Exception> early = Optional.empty();
        try {
            reader.read(output.stdout());
        } catch (IOException | RuntimeException e) {
            early = Optional.of(e);
        } finally {
            output.dropRest();
        }
        if (!execution.output().finish(LIMIT)) {
            if (endsItself(id)) {
                throw new EngineFailure(EngineFailure.Kind.LOST, "its output broke off");
            }
            abandon(id);
            return new ToolExit(TIMED_OUT, command.get(0) + " did not end within " + LIMIT.toMinutes() + " minutes");
        }
        var code = engine.exitCodeOf(execution);
        // The last output may have been cut off with the container.
        if ((code == KILLED || early.isPresent()) && endsItself(id)) {
            throw new EngineFailure(EngineFailure.Kind.LOST, "it was killed");
        }
        if (early.isPresent() && code != KILLED) {
            throwEarly(early.get(), code);
        }
        return new ToolExit(code, output.stderr());
    }

    /** A command that failed says more by its exit code than by the output that it did not give. */
    private static void throwEarly(Exception failure, int code) throws IOException {
        if (failure instanceof RuntimeException unreadable) {
            throw unreadable;
        }
        if (failure instanceof IOException brokenOff && code == 0) {
            throw brokenOff;
        }
    }

    /** Whether the container of a killed command ends, too. The engine hears of the command's end first. */
    private boolean endsItself(String id) {
        var deadline = MonotonicTime.SYSTEM.deadline(END_OF_CONTAINER);
        while (engine.stateOf(id).running()) {
            if (MonotonicTime.SYSTEM.nanos() - deadline >= 0) {
                return false;
            }
            try {
                MonotonicTime.SYSTEM.sleep(Duration.ofMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private synchronized String container() {
        if (closed) {
            throw cancelled();
        }
        if (container.isEmpty()) {
            var spec = new ContainerSpec(
                    "interop-" + owner.session() + "-tools-" + containers.incrementAndGet(),
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

    /** Uses a new container for the next command, since the test bed has removed the one before. */
    public synchronized void renew() {
        container = Optional.empty();
    }

    /** Gives a container up, in which a command hangs or which has ended; the next command gets a new one. */
    private void abandon(String id) {
        synchronized (this) {
            if (container.filter(id::equals).isPresent()) {
                container = Optional.empty();
            }
        }
        try {
            engine.removeContainer(id);
        } catch (EngineFailure e) {
            // It is removed with the run.
            return;
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            release.run();
        }
    }
}
