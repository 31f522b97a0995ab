package dev.interop.testbed.cell;

import dev.interop.protocol.CertificateChain;
import dev.interop.protocol.Contract;
import dev.interop.protocol.EndpointPairing;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.FileRequests;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Fault;
import dev.interop.recording.Recording;
import dev.interop.registry.MountedFile;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.concurrent.Concurrently;
import dev.interop.testbed.content.ServedContent;
import dev.interop.testbed.context.TestbedContext;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.lane.SandboxPool;
import dev.interop.testbed.lane.SandboxSlot;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Starts an implementation with a test case that does not exist. A client gets a simulator, because many clients wait for
 * one before they read the name of the test case. A server runs alone.
 */
@API(status = Status.INTERNAL)
public final class ProbeRun {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SCENARIO = "simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25";

    private final TestbedContext context;
    private final ProbeJob job;
    private final SandboxPool sandboxes;
    private final ContainerSpecs specs;
    private final CellWatch watch;
    private final String testcase;
    private final Contract contract;
    private final EndpointPairing pairing;
    private final SlotLeases leases;
    private final List<CellContainer> containers = new ArrayList<>();
    private final DiskWatch disk;
    private Optional<ImageFacts> image = Optional.empty();

    public ProbeRun(TestbedContext context, SandboxPool sandboxes, ProbeJob job, CellWatch watch) {
        this.sandboxes = sandboxes;
        this.context = context;
        this.job = job;
        this.watch = watch;
        this.specs = new ContainerSpecs(context, sandboxes);
        this.leases = new SlotLeases(sandboxes);
        this.disk = new DiskWatch(context, () -> List.copyOf(containers));
        this.testcase = randomWord(context);
        this.contract = job.protocol().contract();
        this.pairing = new EndpointPairing(
                job.endpoint(), job.endpoint(), job.route(), testcase, testcase, FileRequests.NONE, 0);
    }

    public ProbeResult run() {
        try {
            Files.createDirectories(job.folder());
            try (var merged =
                    new MergedOutput(context.machine().disk(), job.folder().resolve(Recording.OUTPUT))) {
                return ask(merged);
            }
        } catch (IOException e) {
            return failed(ArtifactCopier.fault(ContainerRole.CLIENT, e));
        } catch (EngineFailure e) {
            return failed(e.fault());
        }
    }

    private ProbeResult ask(MergedOutput merged) throws IOException {
        var subject = job.role().equals(job.protocol().clientRole()) ? client(merged) : server(merged);
        var how = How.TIMED_OUT;
        try {
            sandboxes.hold();
            disk.begin();
            Concurrently.all(context.threads(), containers, CellContainer::prepare);
            Concurrently.all(context.threads(), containers, it -> watch.watch(it.role(), it.start()));
            watch.ready();
            how = watch.endsWithin(subject.role(), LIMIT, disk) ? How.STOPPED : How.TIMED_OUT;
            disk.end();
        } finally {
            end(how);
            merged.drain();
            containers.forEach(this::tellBroken);
        }
        var ending = subject.ending().orElseThrow();
        var output = subject.output();
        var missing = MissingProgram.inShell(ending.exitCode().orElse(0), output.stderrTail(), output.stdoutTail());
        var fault = missing.map(it -> new Fault(Fault.Code.BINARY_MISSING, "its image lacks a program: " + it))
                .or(() -> ending.how() == How.NOT_STARTED
                        ? image.map(it -> MissingProgram.fault(
                                ending.detail(), it, context.engine().facts().platform()))
                        : Optional.empty());
        var compliant = ending.exitedWith(CellWatch.UNSUPPORTED) && missing.isEmpty();
        if (!compliant && disk.wasFilledByOthers()) {
            return failed(new Fault(Fault.Code.DISK_FULL, "the disk was full while it was probed"));
        }
        return new ProbeResult(compliant, image.map(ImageFacts::id), Optional.of(ending), testcase, fault);
    }

    private void end(How how) {
        Concurrently.all(context.threads(), containers, container -> {
            try (container) {
                var over = disk.over(container.role());
                if (over.isPresent()) {
                    container.endForDisk(over.get());
                    container.discard();
                } else {
                    container.end(how, Duration.ZERO);
                }
            } finally {
                leases.leave(container);
            }
        });
    }

    private void tellBroken(CellContainer container) {
        container
                .output()
                .broken()
                .ifPresent(it ->
                        context.options().progress().say("the probe's output could not be kept: " + it.getMessage()));
    }

    private CellContainer client(MergedOutput merged) throws IOException {
        var found = find();
        var simulator = context.images().find(context.options().simulatorImage());
        add(SandboxSlot.SIM, specs.simulator(simulator, SCENARIO, 0, Optional.empty()), List.of(), merged);
        var setup = contract.client(pairing);
        return add(
                SandboxSlot.CLIENT,
                specs.endpoint(ContainerRole.CLIENT, found, setup, sandboxes.enter(SandboxSlot.CLIENT)),
                content(setup),
                merged);
    }

    private CellContainer server(MergedOutput merged) throws IOException {
        var setup = contract.server(pairing);
        return add(
                SandboxSlot.SERVER,
                specs.endpoint(ContainerRole.SERVER, find(), setup, sandboxes.enter(SandboxSlot.SERVER)),
                content(setup),
                merged);
    }

    private CellContainer add(SandboxSlot slot, ContainerSpec spec, List<TarSource> payload, MergedOutput merged)
            throws IOException {
        var role = slot.role();
        var mounted = slot == SandboxSlot.SIM
                ? List.<MountedFile>of()
                : job.implementation().mounted();
        var folders = specs.folders(slot, spec, mounted);
        var container = new CellContainer(context, role, spec, payload, folders, output(role, merged));
        containers.add(container);
        leases.enter(container, slot);
        return container;
    }

    private List<TarSource> content(EndpointSetup setup) {
        var certificates = context.certificates().files(CertificateChain.LEAF);
        return ContainerSpecs.content(setup, certificates, ServedContent.none(contract, context.secret()));
    }

    private ImageFacts find() {
        var found = EndpointImage.find(context.images(), job.endpoint());
        image = Optional.of(found);
        return found;
    }

    private ContainerOutput output(ContainerRole role, MergedOutput merged) throws IOException {
        return new ContainerOutput(
                role.label(),
                job.folder().resolve(role.label()),
                merged,
                context.options().limits().outputBytes(),
                line -> {},
                bytes -> {});
    }

    private ProbeResult failed(Fault fault) {
        return new ProbeResult(false, image.map(ImageFacts::id), Optional.empty(), testcase, Optional.of(fault));
    }

    private static String randomWord(TestbedContext context) {
        return context.secret()
                .ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
