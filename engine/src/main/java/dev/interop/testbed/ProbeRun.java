package dev.interop.testbed;

import dev.interop.protocol.CertificateChain;
import dev.interop.protocol.Contract;
import dev.interop.protocol.EndpointSetup;
import dev.interop.protocol.Errand;
import dev.interop.protocol.Meeting;
import dev.interop.recording.Ending.How;
import dev.interop.recording.Fault;
import dev.interop.recording.Part;
import dev.interop.recording.Recording;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.content.ServedContent;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Asks an implementation for a test case that does not exist. A client gets a simulator, because many wait for one
 * before they look at the test case; a server gets nothing but itself.
 */
final class ProbeRun {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SCENARIO = "simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25";

    private final Site site;
    private final ProbeJob job;
    private final LanePlaces places;
    private final CellContainers containers;
    private final CellWatch watch;
    private final String testcase;
    private final Contract contract;
    private final Meeting meeting;
    private final Seating seating;
    private final List<CellContainer> parts = new ArrayList<>();
    private Optional<ImageFacts> image = Optional.empty();

    ProbeRun(Site site, LanePlaces places, ProbeJob job, CellWatch watch) {
        this.places = places;
        this.site = site;
        this.job = job;
        this.watch = watch;
        this.containers = new CellContainers(site, places);
        this.seating = new Seating(places);
        this.testcase = randomWord(site);
        this.contract = job.protocol().contract();
        this.meeting = new Meeting(job.endpoint(), job.endpoint(), job.route(), testcase, testcase, Errand.NONE, 0);
    }

    ProbeResult run() {
        try {
            Files.createDirectories(job.folder());
            try (var merged = new MergedOutput(job.folder().resolve(Recording.OUTPUT))) {
                return ask(merged);
            }
        } catch (IOException e) {
            return failed(CellCopies.fault(Part.CLIENT, e));
        } catch (EngineFailure e) {
            return failed(e.fault());
        }
    }

    private ProbeResult ask(MergedOutput merged) throws IOException {
        var subject = job.role() == job.protocol().clientRole() ? client(merged) : server(merged);
        var how = How.TIMED_OUT;
        try {
            Together.all(site.threads(), parts, CellContainer::prepare);
            Together.all(site.threads(), parts, it -> watch.watch(it.part(), it.start()));
            watch.ready();
            how = watch.endsWithin(subject.part(), LIMIT) ? How.STOPPED : How.TIMED_OUT;
        } finally {
            end(how);
        }
        var ending = subject.ending().orElseThrow();
        var missing = MissingProgram.inShell(
                ending.exitCode().orElse(0), subject.output().stderrTail());
        var fault = missing.map(it -> new Fault(Fault.Code.BINARY_MISSING, "its image lacks a program: " + it))
                .or(() -> ending.how() == How.NOT_STARTED
                        ? Optional.of(new Fault(Fault.Code.BINARY_MISSING, MissingProgram.told(ending.detail())))
                        : Optional.empty());
        var compliant = ending.exitedWith(CellWatch.UNSUPPORTED) && missing.isEmpty();
        return new ProbeResult(compliant, image.map(ImageFacts::id), Optional.of(ending), testcase, fault);
    }

    private void end(How how) {
        Together.all(site.threads(), parts, container -> {
            try (container) {
                container.end(how, Duration.ZERO);
            } catch (IOException e) {
                site.options().progress().say("the probe's output could not be kept: " + e.getMessage());
            } finally {
                seating.leave(container);
            }
        });
    }

    private CellContainer client(MergedOutput merged) throws IOException {
        var found = find();
        var simulator = site.images().find(site.options().simulatorImage());
        add(Seat.SIM, containers.simulator(simulator, SCENARIO, Optional.empty()), List.of(), merged);
        var setup = contract.client(meeting);
        return add(
                Seat.CLIENT,
                containers.endpoint(Part.CLIENT, found, setup, places.enter(Seat.CLIENT)),
                content(setup),
                merged);
    }

    private CellContainer server(MergedOutput merged) throws IOException {
        var setup = contract.server(meeting);
        return add(
                Seat.SERVER,
                containers.endpoint(Part.SERVER, find(), setup, places.enter(Seat.SERVER)),
                content(setup),
                merged);
    }

    private CellContainer add(Seat seat, ContainerSpec spec, List<TarSource> payload, MergedOutput merged)
            throws IOException {
        var part = seat.part();
        var folders = places.folders(seat, spec.networking());
        var container = new CellContainer(site, part, spec, payload, folders, output(part, merged));
        parts.add(container);
        seating.sit(container, seat);
        return container;
    }

    private List<TarSource> content(EndpointSetup setup) {
        var nothing = new ServedContent(List.of(), contract.layout(), new Random(0), site.secret());
        return CellContainers.content(setup, site.certificates().files(CertificateChain.LEAF), nothing);
    }

    private ImageFacts find() {
        var reference = job.endpoint()
                .image()
                .orElseThrow(
                        () -> new EngineFailure(EngineFailure.Kind.IMAGE_MISSING, "it has no image in the registry"));
        var found = site.images().find(reference);
        image = Optional.of(found);
        return found;
    }

    private PartOutput output(Part part, MergedOutput merged) throws IOException {
        return new PartOutput(
                part,
                job.folder().resolve(part.label()),
                merged,
                site.options().limits().outputBytes(),
                line -> {},
                bytes -> {});
    }

    private ProbeResult failed(Fault fault) {
        return new ProbeResult(false, image.map(ImageFacts::id), Optional.empty(), testcase, Optional.of(fault));
    }

    private static String randomWord(Site site) {
        return site.secret()
                .ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
