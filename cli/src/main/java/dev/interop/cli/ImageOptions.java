package dev.interop.cli;

import dev.interop.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that build images. */
final class ImageOptions {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

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
        Optional.ofNullable(ca).ifPresent(ImageOptions::check);
        return new ImageSetup(out, Optional.ofNullable(ca), noBuild);
    }

    /** A wrong file would show late and far away, as a download that fails in a build. */
    private static void check(Path ca) {
        try (var lines = Files.lines(ca, StandardCharsets.ISO_8859_1)) {
            if (lines.noneMatch(it -> it.startsWith(BEGIN))) {
                throw new UserError(
                        "--ca " + ca + ": holds no certificate in PEM ('" + BEGIN + "'); name one that does");
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("--ca " + ca + ": cannot be read; name a file of certificates in PEM", e);
        }
    }
}
