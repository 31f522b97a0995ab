package dev.interop.cli.build;

import dev.interop.NoteListener;
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
 */
@API(status = Status.INTERNAL)
public record BuildOptions(
        List<Path> builds,
        Path logs,
        Optional<Path> ca,
        int parallel,
        Duration limit,
        SourceChoice sources,
        NoteListener progress) {
    public BuildOptions {
        builds = List.copyOf(builds);
    }

    /**
     * The defaults: two builds at once, with the machine's own certificates, which include those of a network with TLS
     * inspection.
     */
    public static BuildOptions defaults(List<Path> builds, Path logs) {
        return new BuildOptions(
                builds,
                logs,
                HostCertificates.bundle(),
                2,
                Duration.ofMinutes(40),
                SourceChoice.DEFAULT,
                NoteListener.SILENT);
    }

    /** The same with another bundle of certificates. */
    public BuildOptions withCa(Path bundle) {
        return new BuildOptions(builds, logs, Optional.of(bundle), parallel, limit, sources, progress);
    }

    /** The same with this many at once. */
    public BuildOptions withParallel(int number) {
        return new BuildOptions(builds, logs, ca, number, limit, sources, progress);
    }

    /** The same with another listener. */
    public BuildOptions withProgress(NoteListener listener) {
        return new BuildOptions(builds, logs, ca, parallel, limit, sources, listener);
    }

    /** The same with other sources for source builds. */
    public BuildOptions withSources(SourceChoice choice) {
        return new BuildOptions(builds, logs, ca, parallel, limit, choice, progress);
    }
}
