package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.config.Parameter;
import dev.interop.testbed.image.HostCertificates;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options of commands that build images. */
final class ImageOptions {
    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificates that builds trust, for networks with TLS inspection"
                    + " (default: what this machine trusts). Never part of an image.")
    private Path ca;

    @Option(names = "--no-build", description = "Use images as they are; build none.")
    private boolean noBuild;

    /** These options as parameters of the engine, which builds its own images where there is no checkout. */
    Map<Parameter<?>, String> parameters() {
        var parameters = new HashMap<Parameter<?>, String>();
        Optional.ofNullable(ca).ifPresent(it -> parameters.put(Parameter.BUILD_CA, it.toString()));
        if (noBuild) {
            parameters.put(Parameter.TOOLS_BUILD, "false");
        }
        return parameters;
    }

    /** Prints the engine's notes as a run prints them. */
    Consumer<String> notes(PrintWriter out) {
        return text -> {
            out.println("Note     " + Printable.of(text));
            out.flush();
        };
    }

    /** Makes images ready and says so on {@code out}. */
    ImageSetup images(PrintWriter out) {
        Optional.ofNullable(ca).ifPresent(it -> HostCertificates.checked("--ca", it));
        return new ImageSetup(out, Optional.ofNullable(ca), noBuild);
    }
}
