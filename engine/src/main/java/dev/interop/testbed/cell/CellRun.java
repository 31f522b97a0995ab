package dev.interop.testbed.cell;

import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.Recording;
import dev.interop.testbed.concurrent.Concurrently;
import dev.interop.testbed.conditions.MachineObserver;
import dev.interop.testbed.content.ServedContent;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.lane.SandboxPool;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One cell's run: prepare, start, wait, end, copy, record. */
@API(status = Status.INTERNAL)
public final class CellRun {
    private final TestbedContext context;
    private final CellJob job;
    private final CellWatch watch;
    private final MachineObserver observer;
    private final PhaseStopwatch stopwatch;
    private final OutputFeed clientStdout;
    private final ServedContent content;
    private final CellAssembly assembly;

    private final OutputTimestamps stdoutTimes;
    private final DiskWatch disk;
    private final CellRecord recorded;
    private final Optional<TcpFlow> tcpFlow;

    public CellRun(
            TestbedContext context, SandboxPool sandboxes, CellJob job, CellWatch watch, MachineObserver observer) {
        this.context = context;
        this.observer = observer;
        this.job = job;
        this.watch = watch;
        this.stopwatch = new PhaseStopwatch(context.time());
        this.clientStdout = new OutputFeed(context.machine().disk().threads(), job.clientStdout());
        this.content = ServedContent.of(
                job.cell().test(),
                job.cell().protocol().contract(),
                new Random(job.cell().seed()),
                context.secret());
        this.stdoutTimes = new OutputTimestamps(context.clock());
        this.assembly = new CellAssembly(context, sandboxes, job, content);
        this.disk = new DiskWatch(context, assembly::all);
        this.recorded = new CellRecord(job, assembly);
        this.tcpFlow = Optional.of(new TcpFlow(context, sandboxes))
                .filter(it -> job.cell().test().besideTcp());
    }

    /** Runs the cell; whatever goes wrong is in the recording. */
    public Recording run() {
        var started = context.clock().millis();
        var begin = context.time().nanos();
        var end = CellEnd.FAULT;
        try {
            Files.createDirectories(job.folder());
            try (var merged =
                    new MergedOutput(context.machine().disk(), job.folder().resolve(Recording.OUTPUT))) {
                end = runTo(merged);
            }
        } catch (IOException e) {
            recorded.fault(ArtifactCopier.fault(ContainerRole.CLIENT, e));
        }
        var recording = recorded.write(content.served(), started, stopwatch.times(), end, conditions(begin));
        clientStdout.drain();
        settle(recording);
        return recording;
    }

    /** Removes the containers that have waited for the recording, or keeps them. */
    private void settle(Recording recording) {
        var waiting = assembly.all().stream().filter(it -> waits(it)).toList();
        if (waiting.isEmpty()) {
            return;
        }
        var keeps = false;
        try {
            if (job.keepRule().keeps(recording)) {
                var kept = assembly.keep(waiting);
                keeps = true;
                job.keepRule().kept(kept);
            }
        } catch (EngineFailure e) {
            context.options().progress().say("the containers of the cell could not be kept: " + e.getMessage());
        } finally {
            if (!keeps) {
                waiting.forEach(this::remove);
            }
        }
    }

    /** Whether a container is neither removed nor kept until the recording is made. */
    private boolean waits(CellContainer container) {
        return job.keepRule() != KeepRule.NEVER
                && container.isStarted()
                && disk.over(container.role()).isEmpty();
    }

    private void remove(CellContainer container) {
        container.close();
        assembly.leave(container);
    }

    private CellEnd runTo(MergedOutput merged) {
        var end = CellEnd.FAULT;
        try {
            assembly.prepare(role -> output(role, merged));
            if (tcpFlow.isPresent()) {
                tcpFlow.get().start(job.folder(), merged);
            }
            disk.begin();
            start();
            end = watch.await(limit(), context.options().startLimit(), this::startLate, disk);
            disk.end();
        } catch (EngineFailure e) {
            if (e.kind() == EngineFailure.Kind.DISK_FULL) {
                disk.blame();
            }
            recorded.fault(e.fault());
        } catch (IOException e) {
            recorded.fault(ArtifactCopier.fault(ContainerRole.CLIENT, e));
        }
        stopwatch.ended(watch.readyAt());
        watch.fault().ifPresent(recorded::fault);
        tcpFlow.ifPresent(this::end);
        finish(end, merged);
        return end;
    }

    /** Ends the TCP flow. That it did not last is a fault only where nothing else has gone wrong before. */
    private void end(TcpFlow flow) {
        try (flow) {
            flow.end().ifPresent(recorded::fault);
        } catch (EngineFailure e) {
            recorded.fault(e.fault());
        }
    }

    private ContainerOutput output(ContainerRole role, MergedOutput merged) throws IOException {
        var folder = job.folder().resolve(role.label());
        var limit = context.options().limits().outputBytes();
        return switch (role) {
            case SIM ->
                new ContainerOutput(
                        role.label(), folder, merged, limit, new SimulatorReadiness(watch::ready), bytes -> {});
            case CLIENT ->
                new ContainerOutput(role.label(), folder, merged, limit, line -> {}, bytes -> {
                    stdoutTimes.came(bytes.length);
                    clientStdout.add(bytes);
                });
            case SERVER -> new ContainerOutput(role.label(), folder, merged, limit, line -> {}, bytes -> {});
        };
    }

    private Duration limit() {
        return job.cell().test().limit().plus(job.cell().protocol().contract().grace());
    }

    /** Prepares all containers at once and starts each as soon as it is prepared. */
    private void start() {
        Concurrently.all(context.threads(), assembly.all(), container -> {
            container.prepare();
            if (!assembly.isLate(container)) {
                start(container);
            }
        });
        if (!assembly.areAnnounced()) {
            watch.ready();
        }
    }

    /** Starts the client that does not wait by itself, or returns the reason why it cannot begin. */
    private Optional<Fault> startLate() {
        var unbound = assembly.unboundServer();
        if (unbound.isEmpty()) {
            assembly.all().stream().filter(assembly::isLate).forEach(this::start);
        }
        return unbound;
    }

    private void start(CellContainer container) {
        if (!watch.isCancelled()) {
            stopwatch.starting();
            watch.watch(container.role(), container.start());
        }
    }

    private void finish(CellEnd end, MergedOutput merged) {
        var copies = new ArtifactCopier(context.options().limits(), job.folder(), merged, recorded::refused);
        var how = end == CellEnd.TIME_LIMIT ? How.TIMED_OUT : How.STOPPED;
        var grace = end == CellEnd.CANCELLED
                ? Duration.ZERO
                : context.options().limits().stopGrace();
        discard(merged);
        var copied = assembly.all().stream()
                .filter(it -> disk.over(it.role()).isEmpty())
                .toList();
        Concurrently.all(context.threads(), copied, container -> {
            try {
                if (job.stopObserver().watches(container.role())) {
                    job.stopObserver().stopping(container.role(), container.processes());
                }
                container.end(how, grace);
                copy(container, copies);
            } catch (EngineFailure e) {
                recorded.fault(e.fault());
            } catch (IOException e) {
                recorded.fault(ArtifactCopier.fault(container.role(), e));
            } finally {
                if (!waits(container)) {
                    remove(container);
                }
            }
        });
        merged.drain();
        for (var container : assembly.all()) {
            container.output().broken().ifPresent(it -> recorded.fault(ArtifactCopier.fault(container.role(), it)));
        }
        if (job.cell().protocol().reports()) {
            try {
                stdoutTimes.write(
                        job.folder().resolve(ContainerRole.CLIENT.label()).resolve(ContainerOutput.TIMES));
            } catch (IOException e) {
                recorded.fault(ArtifactCopier.fault(ContainerRole.CLIENT, e));
            }
        }
        merged.broken().ifPresent(it -> recorded.fault(ArtifactCopier.fault(ContainerRole.CLIENT, it)));
        stopwatch.copied();
    }

    /** Removes what an endpoint has filled the disk with, before there has to be room for the files of the others. */
    private void discard(MergedOutput merged) {
        for (var container : assembly.all()) {
            disk.over(container.role()).ifPresent(text -> {
                try (container) {
                    container.endForDisk(text);
                    container.discard();
                    merged.line("testbed", "not taken from " + container.role().label() + ": its files; it " + text);
                } catch (EngineFailure e) {
                    recorded.fault(e.fault());
                } finally {
                    assembly.leave(container);
                }
            });
        }
    }

    private void copy(CellContainer container, ArtifactCopier copies) throws IOException {
        for (var folder : assembly.folders(container.role(), Use.DOWNLOADS)) {
            recorded.downloaded(copies.downloads(container, folder, content));
        }
        copies.logs(container);
        for (var folder : assembly.folders(container.role(), Use.TRACES)) {
            copies.traces(container, folder);
        }
    }

    private MachineConditions conditions(long begin) {
        var ids = assembly.all().stream()
                .filter(it -> it.id().isPresent())
                .collect(Collectors.toMap(CellContainer::role, it -> it.id().orElseThrow()));
        var sandboxes =
                assembly.all().stream().flatMap(it -> it.sandbox().stream()).collect(Collectors.toSet());
        var observed = observer.of(begin, ids, sandboxes, context.cpus(), job.folder());
        return disk.wasFilledByOthers() ? observed.onFullDisk() : observed;
    }
}
