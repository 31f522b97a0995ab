package dev.interop.moqt;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.moqt.tap.TapReason;
import dev.interop.moqt.tap.TapReportReader;
import dev.interop.protocol.Contract;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.ProtocolParameter;
import dev.interop.protocol.PublishedFile;
import dev.interop.protocol.Report;
import dev.interop.protocol.ReportReader;
import dev.interop.protocol.Route;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.Routes;
import dev.interop.protocol.RunMode;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.registry.RegistrySection;
import dev.interop.registry.Role;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Trust;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Media over QUIC Transport (draft-ietf-moq-transport): clients against relays. */
@API(status = Status.INTERNAL)
public final class MoqtProtocol implements Protocol {
    /** A relay, which forwards between publishers and subscribers. */
    public static final Role RELAY = new Role("relay");

    /** A client that only publishes. */
    public static final Role PUBLISHER = new Role("publisher");

    /** A client that only subscribes. */
    public static final Role SUBSCRIBER = new Role("subscriber");

    /** Its section in registries. */
    static final RegistrySection SECTION = RegistrySection.ofResource(
                    "moqt", MoqtProtocol.class, "registry-section.schema.json")
            .withUrlTransports(Map.of("moqt", MoqtRoutes.QUIC, "https", MoqtRoutes.WEBTRANSPORT));

    private static final List<TestCase> CASES = List.of(
            new SetupOnly(),
            new AnnounceOnly(),
            new PublishNamespaceDone(),
            new SubscribeError(),
            new AnnounceSubscribe(),
            new SubscribeBeforeAnnounce());
    private static final TestCase ALL = new AllCases(CASES);

    private static final ProtocolParameter VERDICT = new ProtocolParameter(
            "interop.moqt.verdict",
            List.of("wire", "tap"),
            "wire",
            "Decides the verdict where a client reports a pass (MoQT). `wire`: a pass that the packets contradict "
                    + "fails. `tap`: the client's report decides; the proof by packets is only shown.");
    private static final ProtocolParameter SUBTESTS = ProtocolParameter.flag(
            "interop.moqt.subtests",
            true,
            "Whether each result that a client reports while it runs (MoQT) is shown as a test of its own below "
                    + "the cell's.");
    private static final ProtocolParameter RUN_AT_A_TIME = new ProtocolParameter(
            "interop.moqt.cases",
            List.of("each", "all"),
            "each",
            "How many test cases a MoQT client runs at a time. `each`: one, against a relay of its own. `all`: "
                    + "all that it knows, against one relay, in one cell named `all`.");

    private final RunMode runMode;

    /** Used by {@link java.util.ServiceLoader}. */
    public MoqtProtocol() {
        this(RunMode.NONE);
    }

    private MoqtProtocol(RunMode runMode) {
        this.runMode = runMode;
    }

    @Override
    public String name() {
        return SECTION.name();
    }

    @Override
    public String title() {
        return "MoQT";
    }

    @Override
    public Role serverRole() {
        return RELAY;
    }

    @Override
    public RegistrySection registrySection() {
        return SECTION;
    }

    @Override
    public Routes routes(Implementation client, Implementation server, RouteFilter filter) {
        checkCaseNames(client);
        return MoqtRoutes.between(client, server, filter);
    }

    /** Checks the test case names in a registry entry. With a typing error the client would run an unknown test case. */
    private static void checkCaseNames(Implementation client) {
        var endpoint = client.endpoint(Role.CLIENT);
        var known = CASES.stream().map(TestCase::name).toList();
        Stream.concat(Stream.of(endpoint), endpoint.drafts().values().stream())
                .flatMap(it -> it.mapping().cases().keySet().stream())
                .filter(it -> !known.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new UserError("%s: '%s': 'cases' has no test case '%s'; %s"
                            .formatted(
                                    client.origin(),
                                    client.name(),
                                    Printable.of(it),
                                    NearestName.of(it, known)
                                            .map("did you mean '%s'?"::formatted)
                                            .orElse("known: " + String.join(", ", known))));
                });
    }

    @Override
    public List<String> transports() {
        return List.of(MoqtRoutes.QUIC, MoqtRoutes.WEBTRANSPORT);
    }

    @Override
    public List<String> versionRelations() {
        return Stream.of(VersionRelation.values()).map(VersionRelation::label).toList();
    }

    @Override
    public Map<String, String> tags(Route route) {
        return route.versionRelation().map(it -> Map.of("relation", it)).orElse(Map.of());
    }

    @Override
    public Set<ReasonCode> cutOffReasons() {
        return TapReason.CUT_OFF;
    }

    @Override
    public Set<ReasonCode> reportedReasons() {
        return Set.of(TapReason.POINT_FAILED);
    }

    @Override
    public boolean reports() {
        return true;
    }

    @Override
    public Optional<ReportReader> reportReader(Implementation client, Route route, Consumer<Report> reports) {
        var endpoint = client.endpoint(clientRole());
        var clientNames = route.version()
                .map(endpoint::forDraft)
                .orElse(endpoint)
                .mapping()
                .cases();
        var contractNames = new HashMap<String, String>();
        clientNames.forEach((name, clientName) -> contractNames.putIfAbsent(clientName, name));
        return Optional.of(new TapReportReader(contractNames, reports));
    }

    /** The client's report, and the endpoints' own logs of MoQT, which have no registered media type. */
    @Override
    public List<PublishedFile> publishedFiles() {
        var text = "text/plain;charset=UTF-8";
        return List.of(
                new PublishedFile("client/stdout.log", text, "TAP"),
                new PublishedFile("{client,server}/mlog/**.mlog", text, ""),
                new PublishedFile("{client,server}/mlog/**", "application/octet-stream", ""));
    }

    @Override
    public Contract contract() {
        return new MoqtContract();
    }

    /** Only clients: a relay does not get the test case. */
    @Override
    public Set<Role> probed() {
        return Set.of(clientRole());
    }

    /** Does not probe by default: few existing clients end with 127 for an unknown test case, and they should run anyway. */
    @Override
    public boolean probesByDefault() {
        return false;
    }

    @Override
    public List<ProtocolParameter> parameters() {
        return List.of(VERDICT, SUBTESTS, RUN_AT_A_TIME);
    }

    @Override
    public boolean showsReports() {
        return runMode.value(SUBTESTS).equals("true");
    }

    @Override
    public Trust trust() {
        return runMode.value(VERDICT).equals("tap") ? Trust.CLIENT : Trust.WIRE;
    }

    @Override
    public Protocol as(RunMode mode) {
        return new MoqtProtocol(mode);
    }

    @Override
    public Optional<String> scenario(TestCase test) {
        return runMode.scenario().or(test::scenario);
    }

    @Override
    public List<TestCase> testCases() {
        return runMode.value(RUN_AT_A_TIME).equals("all") ? List.of(ALL) : CASES;
    }

    /** Finds a test case of either run mode, since recordings of both can be judged again. */
    @Override
    public Optional<TestCase> testCase(String name) {
        return Stream.concat(CASES.stream(), Stream.of(ALL))
                .filter(it -> it.name().equals(name))
                .findFirst();
    }
}
