package dev.interop.config;

import dev.interop.ProtocolVersion;
import dev.interop.plan.Shard;
import dev.interop.protocol.ProtocolParameter;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.RouteFilter.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A parameter of a run. The constants are the one table that settings, the annotation, the command line's options,
 * {@code list parameters} and the reference page are made from, together with the protocols' own. The value is looked up as system property, then as
 * JUnit configuration parameter, then in the annotation; the first one that is given wins, else the default applies.
 *
 * @param <T> the type of its value
 */
@API(status = Status.INTERNAL)
public final class Parameter<T> {
    /** The number of lanes that the address plan has subnets for. */
    private static final int MOST_LANES = 64;

    /** Registry files. */
    public static final Parameter<List<Path>> REGISTRY = Parameter.open(
                    "interop.registry",
                    ParameterType.files("files, comma-separated"),
                    "implementations.json here or in the nearest folder above",
                    "The registry files. They replace the default one; entries of later files are added.")
            .option("FILE,…", "--registry")
            .attribute("registry");
    /** The protocol. */
    public static final Parameter<String> PROTOCOL = Parameter.of(
                    "interop.protocol",
                    ParameterType.text("name"),
                    "quic",
                    "The protocol whose implementations are tested against each other.")
            .option("NAME", "--protocol")
            .attribute("protocol");
    /** The clients: rows of the matrix. */
    public static final Parameter<List<String>> CLIENTS = Parameter.open(
                    "interop.clients",
                    ParameterType.names(),
                    "the entries selected by the registry",
                    "The clients. `all`: every registered one; `!NAME`: all but this one.")
            .option("A,B", "--clients", "--client")
            .attribute("clients");
    /** The servers: columns of the matrix. */
    public static final Parameter<List<String>> SERVERS = Parameter.open(
                    "interop.servers",
                    ParameterType.names(),
                    "the entries selected by the registry",
                    "The servers. `all`: every registered one; `!NAME`: all but this one.")
            .option("A,B", "--servers", "--relays", "--relay")
            .attribute("servers");
    /** Test cases. */
    public static final Parameter<List<String>> TESTS = Parameter.open(
                    "interop.tests",
                    ParameterType.names(),
                    "all",
                    "The test cases. `all`: every one; `!NAME`: all but this one.")
            .option("a,b", "--tests")
            .attribute("tests");
    /** The shard of the matrix to run. */
    public static final Parameter<Shard> SHARD = Parameter.of(
                    "interop.shard",
                    ParameterType.shard(),
                    Shard.WHOLE,
                    "Only this shard, for runs on several machines. Give all of them the same seed.")
            .option("I/N", "--shard");
    /** Transports. */
    public static final Parameter<Set<String>> TRANSPORT = Parameter.open(
                    "interop.transport",
                    ParameterType.words("transports of the protocol, comma-separated"),
                    "all",
                    "The transports, where a protocol runs over several (MoQT: `quic`, `webtransport`).")
            .option("T", "--transport");
    /** The only version that pairs may speak. */
    public static final Parameter<ProtocolVersion> DRAFT = Parameter.open(
                    "interop.draft",
                    ParameterType.version("version, such as draft-16"),
                    "the newest that both know",
                    "The only version that pairs speak; those that do not share it are not run (MoQT).")
            .option("draft-N", "--draft");
    /** The version that pairs are compared with. */
    public static final Parameter<ProtocolVersion> TARGET = Parameter.open(
                    "interop.target",
                    ParameterType.version("version, such as draft-18"),
                    "current_target of the registry",
                    "The target version of the working group. A pair speaks the newest version that both know; it is "
                            + "at, ahead of or behind this one (MoQT).")
            .option("draft-N", "--target");
    /** The version relations to run. */
    public static final Parameter<Set<String>> RELATION = Parameter.open(
                    "interop.only",
                    ParameterType.words("version relations of the protocol, comma-separated"),
                    "all",
                    "Only pairs whose version has this relation to the target version (MoQT: `at`, `ahead`, `behind`).")
            .option("at|ahead|behind", "--only");
    /** Where servers run. */
    public static final Parameter<Set<Place>> PLACE = Parameter.open(
                    "interop.place",
                    ParameterType.some(List.of(Place.values()), Place::label),
                    "all",
                    "Only servers that run in a container, or only remote endpoints (MoQT).")
            .option("docker|remote", "--place");
    /** The labels of routes. */
    public static final Parameter<Set<String>> ROUTE = Parameter.open(
                    "interop.route",
                    ParameterType.words("labels of routes, comma-separated"),
                    "all",
                    "Only routes of these labels, as in the cells' names: `quic`, or `remote-quic-2` for the second remote "
                            + "endpoint over this transport.")
            .option("LABEL", "--route");
    /** The network between client and server. */
    public static final Parameter<String> SCENARIO = Parameter.open(
                    "interop.scenario",
                    ParameterType.textOrNone("name and options of a simulator's scenario"),
                    "each test case's own; MoQT: none, client and relay meet directly",
                    "The network between client and server of all test cases, such as `drop-rate --delay=15ms "
                            + "--bandwidth=10Mbps --queue=25 --rate_to_client=2 --rate_to_server=2` or `droplist "
                            + "--drops_to_server=3`; scenarios and options: `builds/simulator`. A MoQT client is started once "
                            + "the relay answered the simulator's QUIC packet and its UDP port is bound in its network namespace.")
            .option("'NAME --OPTION=…'", "--scenario");
    /** Other images for registered names. */
    public static final Parameter<Map<String, String>> REPLACE = Parameter.of(
                    "interop.replace",
                    ParameterType.pairs("NAME=IMAGE, comma-separated"),
                    Map.of(),
                    "Uses another image for an implementation, in all its roles, such as one just built.")
            .option("NAME=IMAGE", "--replace");
    /** The number of cells that run at a time. */
    public static final Parameter<Integer> LANES = Parameter.of(
                    "interop.lanes",
                    ParameterType.number("number", 1, MOST_LANES),
                    2,
                    "How many cells run at the same time, each on networks of its own.")
            .option("N", "--lanes");
    /** The seed. */
    public static final Parameter<Long> SEED = Parameter.open(
                    "interop.seed",
                    ParameterType.seed(),
                    "a random one, printed",
                    "All random values are derived from it. The same seed repeats the same losses.")
            .option("S", "--seed");
    /** The output folder. */
    public static final Parameter<Path> OUT = Parameter.open(
                    "interop.out",
                    ParameterType.path("folder"),
                    "target/interop/TIME",
                    "The folder for results, logs and captures. A folder that holds an earlier run or "
                            + "anything else is refused.")
            .option("DIR", "--out");
    /** Whether an earlier run may be replaced. */
    public static final Parameter<Boolean> OVERWRITE = Parameter.of(
                    "interop.out.overwrite",
                    ParameterType.flag(),
                    false,
                    "Whether runs of earlier builds in the output folder are replaced. Those of this build all stay: "
                            + "each class, rerun and JVM after the first gets a folder beside it (`DIR-2`, `DIR-3`).")
            .flag("--overwrite", true);
    /** The name of the build that the run belongs to. */
    public static final Parameter<String> BUILD = Parameter.open(
            "interop.out.build",
            ParameterType.text("any text"),
            "the process that the build tool runs in",
            "Names the build that a run belongs to, such as by its time, for tools whose daemon runs many builds "
                    + "(Gradle, mvnd).");
    /** The simulator's image. */
    public static final Parameter<String> SIMULATOR = Parameter.of(
            "interop.simulator.image",
            ParameterType.text("image"),
            "localhost/interop/simulator:local",
            "The network simulator. The public one (martenseemann/quic-network-simulator) works with one lane, "
                    + "and not for MoQT.");
    /** The dissector's image. */
    public static final Parameter<String> TSHARK = Parameter.of(
            "interop.tshark.image",
            ParameterType.text("image"),
            "localhost/interop/tshark:local",
            "An image with tshark 4.4 or later, which reads the captures.");
    /** The image of the network sandboxes. */
    public static final Parameter<String> SANDBOX = Parameter.of(
            "interop.sandbox.image",
            ParameterType.text("image"),
            "localhost/interop/endpoint:local",
            "The image whose containers hold the networks of a lane; it has what the endpoint image has.");
    /** The name that Interop Engine's own images are pulled by. */
    public static final Parameter<String> TOOLS = Parameter.open(
            "interop.tools.image",
            ParameterType.text("image with {tool} in its name"),
            "none: they are built",
            "The name by which Interop Engine's own images (`simulator`, `endpoint`, `tshark`) are pulled, such as "
                    + "`ghcr.io/example/interop-{tool}:1`, when those of `localhost/interop` are not on the machine.");
    /** Whether Interop Engine's own images are built. */
    public static final Parameter<Boolean> TOOLS_BUILD = Parameter.of(
                    "interop.tools.build",
                    ParameterType.flag(),
                    true,
                    "Whether Interop Engine's own images are built that are neither on the machine nor pulled, or that "
                            + "another version of Interop Engine made. `false`: those on the machine are taken as they are, and "
                            + "the command line builds no other image either.")
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
    public static final Parameter<String> PULL = Parameter.of(
            "interop.images.pull",
            ParameterType.oneOf(
                    "missing, always or never", Map.of("missing", "missing", "always", "always", "never", "never")),
            "missing",
            "When images are pulled from their registry. Names that begin with localhost/ never are.");
    /** Whether implementations are probed before the run. */
    public static final Parameter<Boolean> PROBE = Parameter.open(
            "interop.probe",
            ParameterType.flag(),
            "true, for MoQT false",
            "Whether each implementation is first probed with a test case that does not exist. Its cells run "
                    + "only if it answers with exit code 127. Few MoQT clients do, and relays cannot be probed.");
    /** The folder that caches probe results. */
    public static final Parameter<Path> CACHE = Parameter.open(
            "interop.cache",
            ParameterType.path("folder"),
            "XDG_CACHE_HOME/interop, else ~/.cache/interop",
            "The folder that keeps results of probes, per image and role, and logs of builds.");
    /** Memory limit of a container. */
    public static final Parameter<Integer> MEMORY = Parameter.of(
            "interop.limit.memory", ParameterType.number("MiB", 16, 1 << 20), 1024, "Memory of each container.");
    /** Process limit of a container. */
    public static final Parameter<Integer> PIDS = Parameter.of(
            "interop.limit.pids",
            ParameterType.number("number", 8, 1 << 20),
            512,
            "Processes and threads of each container.");
    /** CPU limit of a container. */
    public static final Parameter<OptionalDouble> CPUS = Parameter.of(
            "interop.limit.cpus",
            ParameterType.fraction("number"),
            OptionalDouble.empty(),
            "Processors of each container, such as 0.5.");
    /** Limit of a container's output that is kept. */
    public static final Parameter<Integer> LOG = Parameter.of(
            "interop.limit.log",
            ParameterType.number("MiB", 1, 1 << 12),
            16,
            "How much of each container's output is kept.");
    /** Limit of the files that are copied out of a container. */
    public static final Parameter<Integer> FILES = Parameter.of(
            "interop.limit.files",
            ParameterType.number("MiB", 1, 1 << 14),
            256,
            "How much of a container's /logs is copied out.");
    /** Limit of the disk that an endpoint may fill. */
    public static final Parameter<Integer> DISK = Parameter.of(
            "interop.limit.disk",
            ParameterType.number("MiB", 256, 1 << 20),
            2048,
            "How much an endpoint may write to its folders and its own file system before it is stopped; but never more "
                    + "than half of what is free, if that is above 256 MiB.");

    private static final List<Parameter<?>> COMMON = List.of(
            REGISTRY,
            PROTOCOL,
            CLIENTS,
            SERVERS,
            TESTS,
            SHARD,
            TRANSPORT,
            DRAFT,
            TARGET,
            RELATION,
            PLACE,
            ROUTE,
            SCENARIO,
            REPLACE,
            LANES,
            SEED,
            OUT,
            OVERWRITE,
            BUILD,
            SIMULATOR,
            TSHARK,
            SANDBOX,
            TOOLS,
            TOOLS_BUILD,
            BUILD_CA,
            BUILD_BASE,
            PULL,
            PROBE,
            CACHE,
            MEMORY,
            PIDS,
            CPUS,
            LOG,
            FILES,
            DISK);

    private final String key;
    private final ParameterType<T> type;
    private final Optional<T> defaultValue;
    private final String defaultText;
    private final String text;
    private final Optional<ParameterOption> option;
    private final Optional<String> attribute;

    private Parameter(
            String key,
            ParameterType<T> type,
            Optional<T> defaultValue,
            String defaultText,
            String text,
            Optional<ParameterOption> option,
            Optional<String> attribute) {
        this.key = key;
        this.type = type;
        this.defaultValue = defaultValue;
        this.defaultText = defaultText;
        this.text = text;
        this.option = option;
        this.attribute = attribute;
    }

    private static Parameter<String> of(ProtocolParameter its) {
        var words = its.values().stream().collect(Collectors.toMap(it -> it, it -> it));
        var type = ParameterType.oneOf(String.join(" or ", its.values()), words);
        return of(its.key(), type, its.defaultValue(), its.text());
    }

    private static <T> Parameter<T> of(String key, ParameterType<T> type, T defaultValue, String text) {
        var shown = type.write(defaultValue);
        return new Parameter<>(key, type, Optional.of(defaultValue), shown, text, Optional.empty(), Optional.empty());
    }

    /** A parameter whose default depends on something else, such as the registry or the protocol. */
    private static <T> Parameter<T> open(String key, ParameterType<T> type, String defaultText, String text) {
        return new Parameter<>(key, type, Optional.empty(), defaultText, text, Optional.empty(), Optional.empty());
    }

    private Parameter<T> option(String label, String name, String... further) {
        return with(ParameterOption.of(label, name, further));
    }

    private Parameter<T> flag(String name, T value) {
        return with(ParameterOption.flag(name, type.write(value), Optional.empty()));
    }

    private Parameter<T> flag(String name, T value, String text) {
        return with(ParameterOption.flag(name, type.write(value), Optional.of(text)));
    }

    private Parameter<T> with(ParameterOption its) {
        return new Parameter<>(key, type, defaultValue, defaultText, text, Optional.of(its), attribute);
    }

    private Parameter<T> attribute(String name) {
        return new Parameter<>(key, type, defaultValue, defaultText, text, option, Optional.of(name));
    }

    /** The parameters of every run, in the order in which they are shown. */
    public static List<Parameter<?>> common() {
        return COMMON;
    }

    /** The parameters that the installed protocols have of their own. */
    public static List<Parameter<String>> ofProtocols() {
        return Protocols.installed().all().stream()
                .flatMap(it -> it.parameters().stream())
                .map(Parameter::of)
                .toList();
    }

    /** Every parameter, in the order in which they are shown. */
    public static List<Parameter<?>> all() {
        return Stream.<Parameter<?>>concat(COMMON.stream(), ofProtocols().stream())
                .toList();
    }

    /** The name of the system property and configuration parameter. */
    public String key() {
        return key;
    }

    /** The type of its values: their syntax and their parser. */
    public ParameterType<T> type() {
        return type;
    }

    /** The default; empty where it depends on something else. */
    public Optional<T> defaultValue() {
        return defaultValue;
    }

    /** The default, as text for people. */
    public String defaultText() {
        return defaultText;
    }

    /** The description for people; names of values are between backticks. */
    public String text() {
        return text;
    }

    /** The command line's option for this parameter, if it has one. */
    public Optional<ParameterOption> option() {
        return option;
    }

    /** The annotation's attribute for this parameter, if it has one. */
    public Optional<String> attribute() {
        return attribute;
    }

    /** Parameters are equal if their keys are: those of protocols are made each time that they are asked for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Parameter<?> it && it.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
