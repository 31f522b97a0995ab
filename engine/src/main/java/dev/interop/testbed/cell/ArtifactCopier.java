package dev.interop.testbed.cell;

import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile;
import dev.interop.recording.Fault;
import dev.interop.recording.RefusedFile;
import dev.interop.testbed.archive.ArchiveLimits;
import dev.interop.testbed.archive.FolderWriter;
import dev.interop.testbed.archive.UntrustedArchive;
import dev.interop.testbed.content.DownloadsReader;
import dev.interop.testbed.content.ServedContent;
import dev.interop.testbed.context.ContainerLimits;
import dev.interop.testbed.lane.SandboxFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Copies the files that a recording keeps out of containers. */
final class ArtifactCopier {
    private static final long SIMULATOR_LOG_BYTES = 16 << 20;

    private final ArchiveLimits limits;
    private final Path folder;
    private final MergedOutput merged;
    private final Consumer<RefusedFile> refused;

    ArtifactCopier(ContainerLimits limits, Path folder, MergedOutput merged, Consumer<RefusedFile> refused) {
        this.limits = new ArchiveLimits(limits.fileBytes(), limits.folderBytes(), limits.folderEntries());
        this.folder = folder;
        this.merged = merged;
        this.refused = refused;
    }

    /** Copies all files that a container wrote to /logs into its folder of the recording. */
    void logs(CellContainer container) throws IOException {
        kept(container, SandboxFolders.LOGS, folder.resolve(container.role().label()));
    }

    /** Copies all files that a container wrote to this folder into a folder of the same name. */
    void traces(CellContainer container, String from) throws IOException {
        kept(container, from, folder.resolve(container.role().label()).resolve(from.substring(1)));
    }

    private void kept(CellContainer container, String from, Path to) throws IOException {
        var archive = new UntrustedArchive(limitsOf(container.role()), tooLarge(container.role()));
        var writer = new FolderWriter(archive, to, ContainerOutput.NAMES);
        container.copyOut(from, tar -> archive.read(tar, writer));
        tell(container.role(), from, archive.skipped());
        // A volume hides what is below it from whoever else has the folder.
        tell(
                container.role(),
                from,
                container
                        .volumesBelow(from)
                        .map("%s: a volume that its image declares"::formatted)
                        .toList());
    }

    /** The simulator writes a capture for each side, and each may be as large as a file. Its own logs are small. */
    private ArchiveLimits limitsOf(ContainerRole role) {
        return role == ContainerRole.SIM
                ? new ArchiveLimits(limits.fileBytes(), 2 * limits.fileBytes() + SIMULATOR_LOG_BYTES, limits.entries())
                : limits;
    }

    /** Of a capture the beginning is kept: a flood of packets must not take away what an endpoint sent before. */
    private static UntrustedArchive.TooLarge tooLarge(ContainerRole role) {
        return role == ContainerRole.SIM ? UntrustedArchive.TooLarge.CUT : UntrustedArchive.TooLarge.LEAVE_OUT;
    }

    /** Compares the files in an endpoint's folder of downloads with the served ones. Stores none of them. */
    List<DownloadedFile> downloads(CellContainer container, String from, ServedContent served) throws IOException {
        // The limits apply to stored files. An honest download is read whole, however small they are.
        var archive = new UntrustedArchive(new ArchiveLimits(
                limits.fileBytes() + served.bytes(), limits.totalBytes() + served.bytes(), limits.entries()));
        var reader = new DownloadsReader(container.role(), served);
        container.copyOut(from, tar -> archive.read(tar, reader));
        tell(container.role(), from, archive.skipped());
        return reader.found();
    }

    private void tell(ContainerRole role, String from, List<String> left) {
        for (var it : left) {
            merged.line("testbed", "not taken from " + role.label() + " " + from + ": " + it);
            refused.accept(new RefusedFile(role, from, it));
        }
    }

    /** The fault to record when copying failed. */
    static Fault fault(ContainerRole role, IOException e) {
        var message = String.valueOf(e.getMessage());
        return message.contains("No space left on device")
                ? new Fault(Fault.Code.DISK_FULL, "the disk is full: free space where the results go, or choose --out")
                : new Fault(Fault.Code.COPY_FAILED, role.label() + ": its files could not be copied out: " + message);
    }
}
