package dev.interop.config;

import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.tool.ToolImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The parameters that say where the images of Interop Engine's own tools come from, and when images are pulled. */
@API(status = Status.INTERNAL)
public final class ImageParameters {
    /** The simulator's image. */
    public static final Parameter<String> SIMULATOR = Parameter.of(
            "interop.simulator.image",
            ParameterType.text("image"),
            ToolImage.SIMULATOR.defaultReference(),
            "The network simulator. The public one (martenseemann/quic-network-simulator) works with one lane, "
                    + "and only where endpoints set up their routes themselves.");
    /** The dissector's image. */
    public static final Parameter<String> TSHARK = Parameter.of(
            "interop.tshark.image",
            ParameterType.text("image"),
            ToolImage.TSHARK.defaultReference(),
            "An image with tshark 4.4 or later, which reads the captures.");
    /** The image of the network sandboxes. */
    public static final Parameter<String> SANDBOX = Parameter.of(
            "interop.sandbox.image",
            ParameterType.text("image"),
            ToolImage.SANDBOX.defaultReference(),
            "The image whose containers hold the networks of a lane; it has what the endpoint image has.");
    /** The image of the ends of TCP flows. */
    public static final Parameter<String> IPERF = Parameter.of(
            "interop.iperf.image",
            ParameterType.text("image"),
            ToolImage.IPERF.defaultReference(),
            "The image of both ends of the TCP flow beside the cells of the measurement crosstraffic; not needed "
                    + "otherwise.");
    /** The name that Interop Engine's own images are pulled by. */
    public static final Parameter<String> TOOLS = Parameter.open(
            "interop.tools.image",
            ParameterType.text("image with {tool} in its name"),
            "none: they are built",
            "The name by which Interop Engine's own images (`simulator`, `endpoint`, `tshark`, `iperf`) are pulled, such as "
                    + "`ghcr.io/example/interop-{tool}:1`, when those of `localhost/interop` are not on the machine.");
    /** Whether Interop Engine's own images are built. */
    public static final Parameter<Boolean> TOOLS_BUILD = Parameter.of(
                    "interop.tools.build",
                    ParameterType.flag(),
                    true,
                    "Whether Interop Engine's own images are built that are neither on the machine nor pulled, or that"
                            + " another version of Interop Engine made. `false`: those on the machine are taken as they"
                            + " are, and the command line builds no other image either.")
            .flag("--no-build", false, "Use images as they are; build none.");
    /** Certificates for builds. */
    public static final Parameter<Path> BUILD_CA = Parameter.open(
                    "interop.build.ca",
                    ParameterType.path("file"),
                    "what the machine trusts",
                    "Certificates in PEM that builds trust, for networks with TLS inspection. Never part of an image.")
            .option("FILE", "--ca");
    /** The base of Interop Engine's own images. */
    public static final Parameter<String> BUILD_BASE = Parameter.open(
            "interop.build.base",
            ParameterType.text("image, or packages"),
            "debian:trixie-slim, else packages",
            "The base of Interop Engine's own images: a Debian image, on the machine or pulled; or "
                    + "`packages`: made with mmdebstrap from a Debian mirror (`MIRROR`), which needs root on Debian or "
                    + "Ubuntu.");
    /** The pull policy of images. */
    public static final Parameter<PullPolicy> PULL = Parameter.of(
            "interop.images.pull",
            ParameterType.oneOf(
                    "missing, always or never",
                    Map.of(
                            "missing", PullPolicy.MISSING,
                            "always", PullPolicy.ALWAYS,
                            "never", PullPolicy.NEVER)),
            PullPolicy.MISSING,
            "When images are pulled from their registry. Names that begin with localhost/ never are.");

    static final List<Parameter<?>> ALL =
            List.of(SIMULATOR, TSHARK, SANDBOX, IPERF, TOOLS, TOOLS_BUILD, BUILD_CA, BUILD_BASE, PULL);

    private ImageParameters() {}
}
