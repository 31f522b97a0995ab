package dev.interop.testbed;

import dev.interop.recording.CellEnd;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Ending;
import dev.interop.recording.Ending.How;
import dev.interop.recording.Fault;
import dev.interop.recording.Part;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.registry.Role;
import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.content.ServedContent;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One cell's run: prepare, start, wait, end, copy, record. */
final class CellRun {
    private static final String SERVER_PORT = "server:443";

    private final Site site;
    private final CellJob job;
    private final LanePlaces places;
    private final CellContainers containers;
    private final CellWatch watch;
    private final Stopwatch stopwatch = new Stopwatch();
    private final ServedContent content;
    private final List<String> requests;

    private final Map<Part, CellContainer> parts = new EnumMap<>(Part.class);
    private final Map<Part, String> images = new EnumMap<>(Part.class);
    private Optional<Fault> fault = Optional.empty();
    private List<DownloadedFile> downloaded = List.of();
    private String scenario = "";

    CellRun(Site site, LanePlaces places, CellJob job, CellWatch watch) {
        this.places = places;
        this.site = site;
        this.job = job;
        this.watch = watch;
        this.containers = new CellContainers(site, places);
        this.content = new ServedContent(job.test().files(), new Random(job.seed()), site.secret());
        this.requests = content.urls(job.test().authority());
    }

    /** Runs the cell; whatever goes wrong is in the recording. */
    Recording run() {
        var started = site.clock().millis();
        var end = CellEnd.FAULT;
        try {
            Files.createDirectories(job.folder());
            try (var merged = new MergedOutput(job.folder().resolve(Recording.OUTPUT))) {
                end = runTo(merged);
            }
        } catch (IOException e) {
            fault = fault.or(() -> Optional.of(CellCopies.fault(Part.CLIENT, e)));
        }
        return record(started, end);
    }

    private CellEnd runTo(MergedOutput merged) {
        var end = CellEnd.FAULT;
        try {
            prepare(merged);
            start();
            end = watch.await(job.test().limit(), site.options().startLimit());
        } catch (EngineFailure e) {
            fault = Optional.of(e.fault());
        } catch (IOException e) {
            fault = Optional.of(CellCopies.fault(Part.CLIENT, e));
        }
        stopwatch.ended(watch.readyAt());
        fault = fault.or(watch::fault);
        finish(end, merged);
        return end;
    }

    private void prepare(MergedOutput merged) throws IOException {
        var test = job.test();
        var client = job.client().endpoint(Role.CLIENT);
        var server = job.server().endpoint(Role.SERVER);
        var found = site.threads();
        var clientImage = Together.start(found, () -> image(Part.CLIENT, client.image()));
        var serverImage = Together.start(found, () -> image(Part.SERVER, server.image()));
        var certificates = site.certificates().files(test.certificate());
        var ids = new EnumMap<Part, ImageFacts>(Part.class);
        test.scenario()
                .ifPresent(it -> ids.put(
                        Part.SIM, image(Part.SIM, Optional.of(site.options().simulatorImage()))));
        ids.put(Part.CLIENT, Together.join(clientImage));
        ids.put(Part.SERVER, Together.join(serverImage));
        ids.forEach((part, it) -> images.put(part, it.id()));

        if (test.scenario().isPresent()) {
            scenario = CellContainers.seeded(test.scenario().get(), ids.get(Part.SIM), job.seed());
            add(
                    Part.SIM,
                    containers.simulator(ids.get(Part.SIM), scenario, Optional.of(SERVER_PORT)),
                    List.of(),
                    merged);
        }
        add(
                Part.SERVER,
                containers.server(ids.get(Part.SERVER), server, test.serverTestcase()),
                CellContainers.serverFolders(certificates, content.sources("www")),
                merged);
        var alone = test.scenario().isEmpty();
        add(
                Part.CLIENT,
                containers.client(ids.get(Part.CLIENT), client, test.clientTestcase(), requests, alone),
                CellContainers.clientFolders(certificates),
                merged);
    }

    private void add(Part part, ContainerSpec spec, List<TarSource> payload, MergedOutput merged) throws IOException {
        var folders = places.folders(part, spec.networking());
        parts.put(part, new CellContainer(site, part, spec, payload, folders, output(part, merged)));
    }

    private ImageFacts image(Part part, Optional<String> reference) {
        return site.images()
                .find(reference.orElseThrow(() -> new EngineFailure(
                        EngineFailure.Kind.IMAGE_MISSING, "the " + part.label() + " has no image in the registry")));
    }

    private PartOutput output(Part part, MergedOutput merged) throws IOException {
        var folder = job.folder().resolve(part.label());
        var limit = site.options().limits().outputBytes();
        return part == Part.SIM
                ? new PartOutput(part, folder, merged, limit, new SimulatorReadiness(watch::ready))
                : new PartOutput(part, folder, merged, limit, line -> {});
    }

    /** Each on its own, as soon as it is prepared: the client waits for the simulator by itself. */
    private void start() {
        Together.all(site.threads(), parts.values(), container -> {
            container.prepare();
            if (!watch.isCancelled()) {
                stopwatch.starting();
                watch.watch(container.part(), container.start());
            }
        });
        if (!parts.containsKey(Part.SIM)) {
            watch.ready();
        }
    }

    private void finish(CellEnd end, MergedOutput merged) {
        var copies = new CellCopies(site.options().limits(), job.folder(), merged);
        var how = end == CellEnd.TIME_LIMIT ? How.TIMED_OUT : How.STOPPED;
        var grace = end == CellEnd.CANCELLED
                ? Duration.ZERO
                : site.options().limits().stopGrace();
        Together.all(site.threads(), parts.values(), container -> {
            try (container) {
                container.end(how, grace);
                if (container.part() == Part.CLIENT) {
                    downloaded = copies.downloads(container, content);
                }
                copies.logs(container);
            } catch (EngineFailure e) {
                blame(e.fault());
            } catch (IOException e) {
                blame(CellCopies.fault(container.part(), e));
            } finally {
                leave(container);
            }
        });
        for (var container : parts.values()) {
            container.output().broken().ifPresent(it -> blame(CellCopies.fault(container.part(), it)));
        }
        merged.broken().ifPresent(it -> blame(CellCopies.fault(Part.CLIENT, it)));
        stopwatch.copied();
    }

    private void leave(CellContainer container) {
        if (container.isOver()) {
            places.left(container.part());
        } else {
            places.lost(container.part());
        }
    }

    /** The first fault is the one that counts. */
    private synchronized void blame(Fault other) {
        fault = fault.or(() -> Optional.of(other));
    }

    private Recording record(long started, CellEnd end) {
        var endings = new EnumMap<Part, Ending>(Part.class);
        parts.forEach((part, container) -> container.ending().ifPresent(it -> endings.put(part, it)));
        for (var ending : endings.entrySet()) {
            if (ending.getValue().how() == How.NOT_STARTED
                    && ending.getValue().exitCode().isPresent()) {
                blame(new Fault(
                        Fault.Code.START_FAILED,
                        ending.getKey().label() + ": its image has no such program: "
                                + ending.getValue().detail()));
            }
        }
        var recording = new Recording(
                job.folder(),
                job.protocol(),
                job.client().name(),
                job.server().name(),
                job.test().name(),
                job.route().transport(),
                job.route().version(),
                job.seed(),
                scenario,
                requests,
                images,
                endings,
                end,
                content.served(),
                downloaded,
                started,
                stopwatch.times(),
                fault);
        return written(recording);
    }

    /** Where the results' disk is full, the recording is handed on all the same. */
    private static Recording written(Recording recording) {
        try {
            new RecordingStore().write(recording);
            return recording;
        } catch (IOException e) {
            return withFault(recording, CellCopies.fault(Part.CLIENT, e));
        }
    }

    private static Recording withFault(Recording recording, Fault fault) {
        return new Recording(
                recording.folder(),
                recording.protocol(),
                recording.client(),
                recording.server(),
                recording.test(),
                recording.transport(),
                recording.version(),
                recording.seed(),
                recording.scenario(),
                recording.requests(),
                recording.images(),
                recording.endings(),
                recording.end(),
                recording.served(),
                recording.downloaded(),
                recording.started(),
                recording.times(),
                recording.fault().or(() -> Optional.of(fault)));
    }
}
