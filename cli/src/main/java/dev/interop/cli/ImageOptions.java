package dev.interop.cli;

import dev.interop.testbed.image.HostCertificates;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that build images. */
final class ImageOptions {
    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificates that builds shall trust, for networks with TLS inspection"
                    + " (default: what this machine trusts). Never part of an image.")
    private Path ca;

    @Option(names = "--no-build", description = "Use images as they are; build none.")
    private boolean noBuild;

    /** Makes images ready and says so on {@code out}. */
    ImageSetup images(PrintWriter out) {
        Optional.ofNullable(ca).ifPresent(it -> HostCertificates.checked("--ca", it));
        return new ImageSetup(out, Optional.ofNullable(ca), noBuild);
    }
}
