package dev.interop.cli.build;

import dev.interop.NoteListener;
import dev.interop.cli.release.PackageIndex;
import dev.interop.testbed.image.HostCertificates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How images are built.
 *
 * @param builds the folders whose subfolders each build images; one that does not exist counts as empty
 * @param logs the folder for the output of builds
 * @param ca a bundle of certificates in PEM that package managers trust during builds; never part of an image
 * @param parallel the number of builds at once
 * @param limit the time limit of one build
 * @param sources the sources of source builds
 * @param progress receives a line when a build begins and when it ends
 * @param index lists the releases of packages, where a build asks for one
 */
@API(status = Status.INTERNAL)
public record BuildOptions(
        List<Path> builds,
        Path logs,
        Optional<Path> ca,
        int parallel,
        Duration limit,
        SourceChoice sources,
        NoteListener progress,
        PackageIndex index) {
    public BuildOptions {
        builds = List.copyOf(builds);
    }

    /**
     * The defaults: two builds at once, with the machine's own certificates, which include those of a network with TLS
     * inspection.
     */
    public static BuildOptions defaults(List<Path> builds, Path logs) {
        var ca = HostCertificates.bundle();
        return new BuildOptions(
                builds,
                logs,
                ca,
                2,
                Duration.ofMinutes(40),
                SourceChoice.DEFAULT,
                NoteListener.SILENT,
                PackageIndex.online(ca));
    }

    /** The same with another bundle of certificates. */
    public BuildOptions withCa(Path bundle) {
        return new BuildOptions(
                builds,
                logs,
                Optional.of(bundle),
                parallel,
                limit,
                sources,
                progress,
                PackageIndex.online(Optional.of(bundle)));
    }

    /** The same with this many at once. */
    public BuildOptions withParallel(int number) {
        return new BuildOptions(builds, logs, ca, number, limit, sources, progress, index);
    }

    /** The same with another listener. */
    public BuildOptions withProgress(NoteListener listener) {
        return new BuildOptions(builds, logs, ca, parallel, limit, sources, listener, index);
    }

    /** The same with other sources for source builds. */
    public BuildOptions withSources(SourceChoice choice) {
        return new BuildOptions(builds, logs, ca, parallel, limit, choice, progress, index);
    }

    /** The same with another index of releases. */
    public BuildOptions withIndex(PackageIndex other) {
        return new BuildOptions(builds, logs, ca, parallel, limit, sources, progress, other);
    }
}
