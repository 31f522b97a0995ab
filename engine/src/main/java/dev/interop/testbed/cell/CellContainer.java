package dev.interop.testbed.cell;

import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ArchiveReader;
import dev.interop.testbed.docker.ContainerFolders;
import dev.interop.testbed.docker.ContainerProcess;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.DiskSpace;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.OutputStreaming;
import dev.interop.testbed.lane.DeclaredVolumes;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/** One container of a cell, from its creation to its removal. Used by one thread at a time. */
final class CellContainer implements Closeable {
    private static final Duration LAST_OUTPUT = Duration.ofSeconds(5);

    private final TestbedContext context;
    private final ContainerRole role;
    private final ContainerSpec spec;
    private final List<TarSource> payload;
    private final ContainerFolders folders;
    private final ContainerOutput output;

    private Optional<String> id = Optional.empty();
    private Optional<String> createdAs = Optional.empty();
    private Optional<OutputStreaming> stream = Optional.empty();
    private Optional<EngineFailure> failure = Optional.empty();
    private Optional<CompletableFuture<Integer>> exit = Optional.empty();
    private Optional<ContainerEnd> ending = Optional.empty();
    private Optional<DeclaredVolumes> volumes = Optional.empty();

    /**
     * @param payload the files that are put into the container
     * @param folders puts the files in and reads the folders
     */
    CellContainer(
            TestbedContext context,
            ContainerRole role,
            ContainerSpec spec,
            List<TarSource> payload,
            ContainerFolders folders,
            ContainerOutput output) {
        this.context = context;
        this.role = role;
        this.spec = spec;
        this.payload = List.copyOf(payload);
        this.folders = folders;
        this.output = output;
    }

    ContainerRole role() {
        return role;
    }

    ContainerOutput output() {
        return output;
    }

    /** The id of the container, also once it is removed; empty if it was not created. */
    Optional<String> id() {
        return createdAs;
    }

    /** The id of the sandbox that it joins; empty if it has a network of its own. */
    Optional<String> sandbox() {
        return spec.networking().joinedContainer();
    }

    /** Creates the container and copies its files in. */
    void prepare() {
        try {
            var created =
                    context.engine().createContainer(context.memoryLock().allowed() ? spec : spec.withoutMemoryLock());
            id = Optional.of(created);
            createdAs = id;
            if (!spec.folders().isEmpty() && sandbox().isPresent()) {
                volumes = DeclaredVolumes.of(context, created, role.label());
            }
            if (!payload.isEmpty()) {
                folders.put(created, payload);
            }
            stream = Optional.of(context.engine().attach(created, output));
        } catch (EngineFailure e) {
            throw remember(e);
        }
    }

    /** Starts the container. The result becomes its exit code. */
    CompletableFuture<Integer> start() {
        try {
            startWithoutMemoryLockIfRefused();
        } catch (EngineFailure e) {
            throw remember(e);
        }
        var code = context.engine().exitOf(id.orElseThrow());
        exit = Optional.of(code);
        return code;
    }

    private void startWithoutMemoryLockIfRefused() {
        var starter = new AddressedStart(context);
        try {
            starter.start(id.orElseThrow());
        } catch (EngineFailure e) {
            if (!context.memoryLock().refusedBy(e.getMessage())) {
                throw e;
            }
            remove(id.orElseThrow(), volumes);
            prepare();
            starter.start(id.orElseThrow());
        }
    }

    private EngineFailure remember(EngineFailure e) {
        failure = Optional.of(e);
        return e;
    }

    /** The processes in the container; empty if it has ended or the engine cannot list them. */
    List<ContainerProcess> processes() {
        if (exit.isEmpty() || exit.get().isDone()) {
            return List.of();
        }
        try {
            return context.engine().processesOf(id.orElseThrow());
        } catch (EngineFailure e) {
            return List.of();
        }
    }

    /**
     * Makes sure that the container has ended.
     *
     * @param how the way of ending that is recorded if it has to be stopped
     * @return how it ended
     */
    ContainerEnd end(How how, Duration grace) {
        var known = judgeEnd(how, grace);
        ending = Optional.of(known);
        return known;
    }

    /** Ends the container at once, because it has filled the disk. */
    void endForDisk(String detail) {
        ending = Optional.of(new ContainerEnd(
                How.DISK_LIMIT, judgeEnd(How.STOPPED, Duration.ZERO).exitCode(), detail));
    }

    /** Whether it has been started. */
    boolean isStarted() {
        return exit.isPresent();
    }

    /** Whether it was started and has ended, by itself unless {@link #end} was called. */
    boolean hasEnded() {
        return exit.filter(CompletableFuture::isDone).isPresent();
    }

    /** The free space of the disk with the container's folders, if they have one of their own. */
    Optional<DiskSpace> freeDisk() {
        return folders.free();
    }

    /** What is in the container's folders; empty if they are too many files to count. */
    Optional<DiskSpace> inFolders() {
        return folders.used();
    }

    /** The bytes that the container has written to its own file system. */
    long inFileSystem() {
        return context.engine().bytesWritten(id.orElseThrow());
    }

    /** The number of files that the container has made or changed in its own file system. */
    long filesInFileSystem() {
        return context.engine().filesWritten(id.orElseThrow());
    }

    /** What is in the volumes that its image declares; empty if it is too many files to count. */
    Optional<DiskSpace> inVolumes() {
        return volumes.map(DeclaredVolumes::used).orElse(Optional.of(DiskSpace.NONE));
    }

    /** The volumes that its image declares below this folder, relative to it. */
    Stream<String> volumesBelow(String folder) {
        return spec.folders().stream()
                .filter(it -> it.startsWith(folder + "/"))
                .map(it -> it.substring(folder.length() + 1));
    }

    /** Removes all that it has written. */
    void discard() {
        folders.empty();
        remove(id.orElseThrow(), volumes);
        volumes = Optional.empty();
    }

    /** A volume goes with its container only while no other one uses it. */
    private void remove(String container, Optional<DeclaredVolumes> counted) {
        counted.ifPresent(DeclaredVolumes::close);
        context.engine().removeContainer(container);
    }

    private ContainerEnd judgeEnd(How how, Duration grace) {
        if (exit.isEmpty()) {
            var detail = failure.map(EngineFailure::getMessage).orElse("the cell ended before");
            return new ContainerEnd(How.NOT_STARTED, OptionalInt.empty(), detail);
        }
        var byItself = exit.get().isDone();
        if (!byItself) {
            context.engine().stopContainer(id.orElseThrow(), grace);
        }
        var state = context.engine().stateOf(id.orElseThrow());
        stream.ifPresent(it -> it.finish(LAST_OUTPUT));
        return new EndInterpreter(spec.resources().memoryBytes())
                .interpret(state, output.stderrTail(), byItself && !state.running() ? How.EXITED : how);
    }

    /** Whether the container has certainly ended; known after {@link #end}. */
    boolean isOver() {
        return ending.filter(it -> it.how() == How.NOT_STARTED || it.exitCode().isPresent())
                .isPresent();
    }

    /** How the container ended; known after {@link #end}. */
    Optional<ContainerEnd> ending() {
        return ending;
    }

    /** The failure to create or start the container, if any. */
    Optional<EngineFailure> failure() {
        return failure;
    }

    /** Hands a folder of the container as an archive to the reader; false if there is no such folder. */
    boolean copyOut(String folder, ArchiveReader reader) throws IOException {
        return id.isPresent() && folders.get(id.get(), folder, reader);
    }

    /**
     * Makes the container, which has ended, stay after its run.
     *
     * @throws EngineFailure when it cannot be kept
     */
    void keep(String name) {
        context.engine().renameContainer(id.orElseThrow(), name);
        volumes.ifPresent(DeclaredVolumes::close);
        volumes = Optional.empty();
        stream.ifPresent(it -> it.finish(Duration.ZERO));
        output.close();
        id = Optional.empty();
    }

    /** Removes the container in the background. If that fails, the testbed removes it when it closes. */
    void removeInBackground() {
        id.ifPresent(this::removeInBackground);
        id = Optional.empty();
    }

    private void removeInBackground(String container) {
        var counted = volumes;
        volumes = Optional.empty();
        try {
            context.threads().execute(() -> {
                try {
                    remove(container, counted);
                } catch (EngineFailure e) {
                    context.options().progress().say("not removed yet: " + e.getMessage());
                }
            });
        } catch (RejectedExecutionException e) {
            // The testbed has closed without waiting any longer for this cell, and removed the container with the run.
            return;
        }
    }

    @Override
    public void close() {
        stream.ifPresent(it -> it.finish(Duration.ZERO));
        output.close();
        removeInBackground();
    }
}
