package dev.interop.testbed.cell;

import dev.interop.recording.CellEnd;
import dev.interop.recording.CellExecution;
import dev.interop.recording.CellFiles;
import dev.interop.recording.CellSetup;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Fault;
import dev.interop.recording.MachineConditions;
import dev.interop.recording.MountedRecord;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.recording.RefusedFile;
import dev.interop.recording.ServedFile;
import dev.interop.recording.Times;
import dev.interop.recording.WrittenRelease;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The observations of a cell's run, and the recording made of them. Several threads may add to it. */
final class CellRecord {
    private final CellJob job;
    private final CellAssembly assembly;
    private final List<DownloadedFile> downloaded = new ArrayList<>();
    private final List<RefusedFile> refused = new ArrayList<>();
    private Optional<Fault> fault = Optional.empty();

    CellRecord(CellJob job, CellAssembly assembly) {
        this.job = job;
        this.assembly = assembly;
    }

    /** Keeps the first fault. */
    synchronized void fault(Fault other) {
        fault = fault.or(() -> Optional.of(other));
    }

    synchronized void refused(RefusedFile file) {
        refused.add(file);
    }

    synchronized void downloaded(List<DownloadedFile> files) {
        downloaded.addAll(files);
    }

    /** Makes and writes the recording. If the disk is full, the recording is returned all the same, with a fault. */
    synchronized Recording write(
            List<ServedFile> served, long started, Times times, CellEnd end, MachineConditions conditions) {
        var ends = ends();
        var recording = new Recording(
                job.folder(),
                job.cell().identity(),
                new CellSetup(
                        job.cell().seed(),
                        assembly.scenario(),
                        assembly.requests(),
                        assembly.env(),
                        assembly.caseNames(),
                        assembly.remoteServer()),
                containers(ends),
                new CellFiles(served, downloaded, refused, leftOut()),
                new CellExecution(started, times, end, fault, Optional.of(conditions)));
        try {
            new RecordingStore().write(recording);
            return recording;
        } catch (IOException e) {
            return recording.withFault(ArtifactCopier.fault(ContainerRole.CLIENT, e));
        }
    }

    /** How the containers ended. A container whose program is missing is a fault. */
    private Map<ContainerRole, ContainerEnd> ends() {
        var ends = new EnumMap<ContainerRole, ContainerEnd>(ContainerRole.class);
        assembly.all().forEach(container -> container.ending().ifPresent(it -> ends.put(container.role(), it)));
        ends.forEach((role, ending) -> {
            if (ending.how() == How.NOT_STARTED && ending.exitCode().isPresent()) {
                fault(assembly.notStarted(role, ending.detail()));
            }
        });
        return ends;
    }

    private Map<ContainerRole, ContainerRecord> containers(Map<ContainerRole, ContainerEnd> ends) {
        return Stream.of(ContainerRole.values())
                .filter(it -> ends.containsKey(it) || assembly.images().containsKey(it))
                .collect(Collectors.toMap(
                        Function.identity(),
                        it -> new ContainerRecord(
                                Optional.ofNullable(assembly.images().get(it)),
                                Optional.ofNullable(assembly.builds().get(it)),
                                Optional.ofNullable(ends.get(it)),
                                mounted(it),
                                WrittenRelease.in(job.folder().resolve(it.label())))));
    }

    private List<MountedRecord> mounted(ContainerRole role) {
        return assembly.mounted(role).stream()
                .map(it -> new MountedRecord(it.path(), it.sha256()))
                .toList();
    }

    private Map<ContainerRole, Long> leftOut() {
        return assembly.all().stream()
                .filter(it -> it.output().leftOut() > 0)
                .collect(Collectors.toMap(CellContainer::role, it -> it.output().leftOut()));
    }
}
