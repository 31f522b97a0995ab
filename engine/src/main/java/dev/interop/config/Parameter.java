package dev.interop.config;

/**
 * Every parameter of a run: the one list that the annotation, the command line, the configuration parameters, the
 * system properties and the reference page are made from. A parameter is looked up as system property, then as JUnit
 * configuration parameter, then in the annotation; the first that says something wins, else the default holds.
 */
public enum Parameter {
    /** Registry files. */
    REGISTRY(
            "interop.registry",
            "files, comma-separated",
            "implementations.json here or in the nearest folder above",
            "The registry files. They replace the default one; entries of later files are added."),
    /** The protocol. */
    PROTOCOL("interop.protocol", "name", "quic", "Whose implementations are put against each other."),
    /** Rows of the matrix. */
    CLIENTS(
            "interop.clients",
            "names, comma-separated",
            "the entries selected by the registry",
            "The clients. `all`: every registered one; `!NAME`: all but this one."),
    /** Columns of the matrix. */
    SERVERS(
            "interop.servers",
            "names, comma-separated",
            "the entries selected by the registry",
            "The servers. `all`: every registered one; `!NAME`: all but this one."),
    /** Test cases. */
    TESTS(
            "interop.tests",
            "names, comma-separated",
            "all",
            "The test cases. `all`: every one; `!NAME`: all but this one."),
    /** A part of the matrix. */
    SHARD(
            "interop.shard",
            "part/parts, such as 2/5",
            "1/1",
            "Only this part of the matrix, for runs on several machines. Give all of them the same seed."),
    /** Transports. */
    TRANSPORT(
            "interop.transport",
            "quic, webtransport",
            "all",
            "The transports, where a protocol runs over several (MoQT)."),
    /** The only version that pairs may speak. */
    DRAFT(
            "interop.draft",
            "version, such as draft-16",
            "the newest that both know",
            "The only version that pairs speak; those that do not share it are not run (MoQT)."),
    /** The version that pairs are compared with. */
    TARGET(
            "interop.target",
            "version, such as draft-18",
            "current_target of the registry",
            "The version that the working group aims at. A pair speaks the newest version that both know; it stands at, "
                    + "ahead of or behind this one (MoQT)."),
    /** Standings. */
    STANDING("interop.only", "at, ahead, behind", "all", "Only pairs whose version stands so to the target (MoQT)."),
    /** Where servers run. */
    PLACE(
            "interop.place",
            "docker, remote",
            "all",
            "Only servers that run in a container, or only those that run elsewhere (MoQT)."),
    /** Whose word counts. */
    VERDICT(
            "interop.moqt.verdict",
            "wire or tap",
            "wire",
            "Whose word counts where a client reports a pass (MoQT). `wire`: a pass that the packets contradict fails. "
                    + "`tap`: the client's, and what the packets say of it is shown only."),
    /** Whether reports are shown as tests. */
    SUBTESTS(
            "interop.moqt.subtests",
            "true or false",
            "true",
            "Whether each result that a client reports while it runs (MoQT) is shown as a test of its own below the "
                    + "cell's."),
    /** The network between client and relay. */
    SCENARIO(
            "interop.moqt.scenario",
            "name and options of a simulator's scenario",
            "none: client and relay meet directly",
            "The network between a MoQT client and a relay in a container, such as `drop-rate --delay=15ms "
                    + "--bandwidth=10Mbps --queue=25 --rate_to_client=2 --rate_to_server=2`. The client is started once the "
                    + "relay answered the simulator's QUIC packet and its UDP port is bound in its network namespace."),
    /** Test cases at a time. */
    CASES(
            "interop.moqt.cases",
            "each or all",
            "each",
            "How many test cases a MoQT client runs at a time. `each`: one, against a relay of its own. `all`: all that it "
                    + "knows, against one relay, in one cell named `all`."),
    /** Other images for registered names. */
    REPLACE(
            "interop.replace",
            "NAME=IMAGE, comma-separated",
            "",
            "Uses another image for an implementation, in all its roles, such as one just built."),
    /** Cells at a time. */
    LANES("interop.lanes", "number", "2", "How many cells run at the same time, each on networks of its own."),
    /** The seed. */
    SEED(
            "interop.seed",
            "number, 0x for hexadecimal",
            "a random one, printed",
            "Where all randomness comes from. The same seed repeats the same losses."),
    /** The output folder. */
    OUT(
            "interop.out",
            "folder",
            "target/interop/TIME",
            "Where results, logs and captures go. A folder that holds an earlier run is refused."),
    /** Whether an earlier run may be replaced. */
    OVERWRITE(
            "interop.out.overwrite",
            "true or false",
            "false",
            "Whether an earlier run in the output folder is replaced."),
    /** The simulator's image. */
    SIMULATOR(
            "interop.simulator.image",
            "image",
            "localhost/interop/simulator:local",
            "The network simulator. The public one (martenseemann/quic-network-simulator) works with one lane, and not for MoQT."),
    /** The dissector's image. */
    TSHARK(
            "interop.tshark.image",
            "image",
            "localhost/interop/tshark:local",
            "An image with tshark 4.4 or later, which reads the captures."),
    /** The image of the network sandboxes. */
    SANDBOX(
            "interop.sandbox.image",
            "image",
            "localhost/interop/endpoint:local",
            "The image whose containers hold the networks of a lane; it has what the endpoint image has."),
    /** Where the engine's own images are pulled from. */
    TOOLS(
            "interop.tools.image",
            "image with {tool} in its name",
            "none: they are built",
            "Where the engine's own images (`simulator`, `endpoint`, `tshark`) are pulled from, such as "
                    + "`ghcr.io/example/interop-{tool}:1`, when those of `localhost/interop` are not on the machine."),
    /** Whether the engine's own images are built. */
    TOOLS_BUILD(
            "interop.tools.build",
            "true or false",
            "true",
            "Whether the engine's own images are built that are neither on the machine nor pulled, or that another version "
                    + "of the engine made. `false`: those on the machine are taken as they are."),
    /** Certificates for builds. */
    BUILD_CA(
            "interop.build.ca",
            "file",
            "what the machine trusts",
            "Certificates in PEM that builds trust, for networks with TLS inspection. Never part of an image."),
    /** The base of the engine's own images. */
    BUILD_BASE(
            "interop.build.base",
            "image, or packages",
            "debian:trixie-slim, else packages",
            "What the engine's own images are made from: a Debian image, on the machine or pulled; or `packages`: made with "
                    + "mmdebstrap from a Debian mirror (`MIRROR`), which needs root on Debian or Ubuntu."),
    /** When images are pulled. */
    PULL(
            "interop.images.pull",
            "missing, always or never",
            "missing",
            "When images are pulled from their registry. Names that begin with localhost/ never are."),
    /** Whether the compliance probe is made. */
    PROBE(
            "interop.probe",
            "true or false",
            "true, for MoQT false",
            "Whether each implementation is first asked for a test case that does not exist, to which it must answer "
                    + "with exit code 127; else its cells are not run. Few MoQT clients do, and relays cannot be asked."),
    /** Where probes are remembered. */
    CACHE(
            "interop.cache",
            "folder",
            "XDG_CACHE_HOME/interop, else ~/.cache/interop",
            "Where answers to the compliance probe are remembered, per image and role, and where logs of builds go."),
    /** Memory of a container. */
    MEMORY("interop.limit.memory", "MiB", "1024", "Memory of each container."),
    /** Processes of a container. */
    PIDS("interop.limit.pids", "number", "512", "Processes and threads of each container."),
    /** CPU of a container. */
    CPUS("interop.limit.cpus", "number", "all", "Processors of each container, such as 0.5."),
    /** Output of a container. */
    LOG("interop.limit.log", "MiB", "16", "How much of each container's output is kept."),
    /** Files of a container. */
    FILES("interop.limit.files", "MiB", "256", "How much of a container's /logs is copied out.");

    private final String key;
    private final String type;
    private final String defaultText;
    private final String text;

    Parameter(String key, String type, String defaultText, String text) {
        this.key = key;
        this.type = type;
        this.defaultText = defaultText;
        this.text = text;
    }

    /** The name of the system property and configuration parameter. */
    public String key() {
        return key;
    }

    /** What its values look like, for people. */
    public String type() {
        return type;
    }

    /** What holds where nothing is said, for people. */
    public String defaultText() {
        return defaultText;
    }

    /** What it does, for people. */
    public String text() {
        return text;
    }
}
