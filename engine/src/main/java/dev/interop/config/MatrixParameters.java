package dev.interop.config;

import dev.interop.ProtocolVersion;
import dev.interop.plan.Shard;
import dev.interop.protocol.RouteFilter.Place;
import dev.interop.registry.Mount;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The parameters that select the cells of the matrix: implementations, test cases, routes and their network. */
@API(status = Status.INTERNAL)
public final class MatrixParameters {
    /** Registry files. */
    public static final Parameter<List<Path>> REGISTRY = Parameter.open(
                    "interop.registry",
                    CommaSeparated.files("files, comma-separated"),
                    "implementations.json here or in the nearest folder above",
                    "The registry files. They replace the default one; entries of later files are added.")
            .option("FILE,…", "--registry")
            .attribute("registry");
    /** Registry files over the others. */
    public static final Parameter<List<Path>> EXTRA = Parameter.open(
                    "interop.registry.extra",
                    CommaSeparated.files("files, comma-separated"),
                    "none",
                    "Further registry files, over the others: their entries are added, or take the place of those of the"
                            + " same name and protocol.")
            .option("FILE,…", "--registry-extra");
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
                    CommaSeparated.names(),
                    "the entries selected by the registry",
                    "The clients. `all`: every registered one; `!NAME`: all but this one; `NAME@VERSION`: another released"
                            + " version of it; `*` and `?` stand for any characters and for one.")
            .option("A,B", "--clients", "--client")
            .attribute("clients");
    /** The servers: columns of the matrix. */
    public static final Parameter<List<String>> SERVERS = Parameter.open(
                    "interop.servers",
                    CommaSeparated.names(),
                    "the entries selected by the registry",
                    "The servers. `all`: every registered one; `!NAME`: all but this one; `NAME@VERSION`: another released"
                            + " version of it; `*` and `?` stand for any characters and for one.")
            .option("A,B", "--servers", "--server", "--relays", "--relay")
            .attribute("servers");
    /** Test cases. */
    public static final Parameter<List<String>> TESTS = Parameter.open(
                    "interop.tests",
                    CommaSeparated.names(),
                    "the default set",
                    "The test cases. `all`: every one, also those that `list tests` marks with `*` and the default set "
                            + "does not have; `!NAME`: all of the default set but this one; `*` and `?` stand for any characters and for one.")
            .option("a,b", "--tests", "--test")
            .attribute("tests");
    /** The implementation that is paired with all others. */
    public static final Parameter<String> MINE = Parameter.open(
                    "interop.mine",
                    ParameterType.text("name"),
                    "none",
                    "Only pairs with this implementation: as client against all selected servers, as server against all"
                            + " selected clients, and once against itself.")
            .option("NAME", "--mine");
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
                    CommaSeparated.words("transports of the protocol, comma-separated"),
                    "all",
                    "The transports, where a protocol runs over several.")
            .option("T", "--transport");
    /** The only version that pairs may speak. */
    public static final Parameter<ProtocolVersion> DRAFT = Parameter.open(
                    "interop.draft",
                    ParameterType.version("version, such as draft-16"),
                    "the newest that both know",
                    "The only version that pairs speak, or a pattern of versions (`draft-1?`), of which they speak the newest; those"
                            + " that do not share one are not run.")
            .option("draft-N", "--draft");
    /** The version that pairs are compared with. */
    public static final Parameter<ProtocolVersion> TARGET = Parameter.open(
                    "interop.target",
                    ParameterType.version("version, such as draft-18"),
                    "current_target of the registry",
                    "The target version of the working group. A pair speaks the newest version that both know; it is "
                            + "at, ahead of or behind this one.")
            .option("draft-N", "--target");
    /** The version relations to run. */
    public static final Parameter<Set<String>> RELATION = Parameter.open(
                    "interop.only",
                    CommaSeparated.words("version relations of the protocol, comma-separated"),
                    "all",
                    "Only pairs whose version has this relation to the target version, such as `at`, `ahead` or"
                            + " `behind`.")
            .option("at|ahead|behind", "--only");
    /** Where servers run. */
    public static final Parameter<Set<Place>> PLACE = Parameter.open(
                    "interop.place",
                    CommaSeparated.some(List.of(Place.values()), Place::label),
                    "all",
                    "Only servers that run in a container, or only remote endpoints.")
            .option("docker|remote", "--place");
    /** The labels of routes. */
    public static final Parameter<Set<String>> ROUTE = Parameter.open(
                    "interop.route",
                    CommaSeparated.words("labels of routes, comma-separated"),
                    "all",
                    "Only routes of these labels, as in the cells' names: `quic`, or `remote-quic-2` for the second"
                            + " remote endpoint over this transport.")
            .option("LABEL", "--route");
    /** The network between client and server. */
    public static final Parameter<String> SCENARIO = Parameter.open(
                    "interop.scenario",
                    ParameterType.textOrNone("name and options of a simulator's scenario"),
                    "the protocol's or each test case's own",
                    "The network between client and server of all test cases, such as `drop-rate --delay=15ms"
                            + " --bandwidth=10Mbps --queue=25 --rate_to_client=2 --rate_to_server=2` or `droplist"
                            + " --drops_to_server=3`; scenarios and options: `builds/simulator`. Where endpoints do not"
                            + " set up their routes themselves, a client is started once the server answered the"
                            + " simulator's QUIC packet and its UDP port is bound in its network namespace.")
            .option("'NAME --OPTION=…'", "--scenario");
    /** Other images for registered names. */
    public static final Parameter<Map<String, String>> REPLACE = Parameter.of(
                    "interop.replace",
                    CommaSeparated.pairs("NAME=IMAGE, comma-separated"),
                    Map.of(),
                    "Uses another image for an implementation, in all its roles, such as one just built; `NAME=NAME@VERSION`:"
                            + " another released version of it.")
            .option("NAME=IMAGE", "--replace");
    /** Files of this machine that are copied into containers. */
    public static final Parameter<List<Mount>> MOUNT = Parameter.of(
                    "interop.mount",
                    CommaSeparated.mounts(),
                    List.of(),
                    "Copies a file of this machine, such as a binary just compiled, into all containers of an implementation"
                            + " instead of the one at this path of its image. Results name the file by its hash.")
            .option("NAME=FILE:/PATH", "--mount");

    static final List<Parameter<?>> ALL = List.of(
            REGISTRY, EXTRA, PROTOCOL, CLIENTS, SERVERS, TESTS, MINE, SHARD, TRANSPORT, DRAFT, TARGET, RELATION, PLACE,
            ROUTE, SCENARIO, REPLACE, MOUNT);

    private MatrixParameters() {}
}
