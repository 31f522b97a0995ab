package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.interop.UserError;
import dev.interop.config.Settings;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.run.FakeTestbed;
import dev.interop.run.RunBackend;
import dev.interop.run.Samples;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

class InteropTestEngineTest {
    private static final String REGISTRY = """
            {"alpha": {"image": "a", "url": "https://a.example", "role": "both"},
             "beta": {"image": "b", "url": "https://b.example", "role": "both"},
             "gamma": {"image": "c", "url": "https://c.example", "role": "server"}}
            """;

    @TempDir
    Path temp;

    private Path registry;

    @InteropTest(tests = {"handshake", "transfer"})
    static class Sample {}

    @InteropTest(tests = "handshak")
    static class Misspelt {}

    static class NoMatrix {}

    @BeforeEach
    void writeRegistry() throws IOException {
        registry = Files.writeString(temp.resolve("implementations_quic.json"), REGISTRY);
    }

    @Test
    void aNoteOfTheRunIsAReportEntryOfTheClass() {
        var told = kit(Map.of(), (settings, notes) -> {
                    notes.accept("an image is built");
                    throw new UserError("and fails");
                })
                .selectors(selectClass(Sample.class))
                .execute()
                .allEvents()
                .reportingEntryPublished()
                .stream()
                .toList();

        assertThat(told).singleElement().satisfies(it -> {
            assertThat(it.getTestDescriptor().getDisplayName()).isEqualTo("Sample");
            assertThat(it.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                    .isEqualTo(Map.of("note", "an image is built"));
        });
    }

    @Test
    void aClassIsATreeOfServersClientsAndTestCases() {
        var discovered = discover(Map.of(), selectClass(Sample.class));

        var cells = leaves(discovered);
        assertThat(cells).hasSize(3 * 2 * 2);
        assertThat(cells.get(0).getUniqueId().toString())
                .isEqualTo("[engine:interop]/[class:" + Sample.class.getName()
                        + "]/[server:alpha]/[client:alpha]/[testcase:handshake]");
    }

    @Test
    void everyCellHasAUniqueMethodName() {
        var names = leaves(discover(Map.of(), selectClass(Sample.class))).stream()
                .map(it -> ((MethodSource) it.getSource().orElseThrow()).getMethodName())
                .collect(Collectors.toSet());

        assertThat(names).hasSize(12).contains("alpha × gamma › transfer");
    }

    /** No registry names these: the plan that is handed over is what runs. */
    @Test
    void aMatrixThatIsPlannedAlreadyIsNotPlannedAgain() {
        var plan = Samples.plan(List.of("planned"), "handshake");
        var settings = Settings.read(it -> Optional.empty());

        var cells = leaves(discover(Map.of(), new PlannedMatrix(NoMatrix.class, settings, plan)));

        assertThat(cells).singleElement().satisfies(it -> {
            assertThat(it.getUniqueId().toString()).contains("[server:planned]/[client:planned]/[testcase:handshake]");
            assertThat(((CellDescriptor) it).cell()).isEqualTo(plan.cells().get(0));
        });
    }

    @Test
    void aUniqueIdSelectsOnlyItsCell() {
        var id = "[engine:interop]/[class:" + Sample.class.getName()
                + "]/[server:gamma]/[client:beta]/[testcase:transfer]";

        var cells = leaves(discover(Map.of(), selectUniqueId(id)));

        assertThat(cells).extracting(it -> it.getUniqueId().toString()).containsExactly(id);
    }

    @Test
    void aUniqueIdThatDoesNotExistSelectsNothing() {
        var base = "[engine:interop]/[class:" + Sample.class.getName() + "]/[server:";

        assertThat(leaves(discover(Map.of(), selectUniqueId(base + "nobody]")))).isEmpty();
        assertThat(leaves(discover(Map.of(), selectUniqueId(base + "alpha]/[client:gamma]"))))
                .isEmpty();
        assertThat(leaves(discover(Map.of(), selectUniqueId(base + "alpha]/[client:beta]/[testcase:retry]"))))
                .isEmpty();
    }

    @Test
    void aServersIdSelectsItsCells() {
        var id = "[engine:interop]/[class:" + Sample.class.getName() + "]/[server:gamma]";

        assertThat(leaves(discover(Map.of(), selectUniqueId(id)))).hasSize(4);
    }

    @Test
    void classesWithoutTheAnnotationAreIgnored() {
        assertThat(leaves(discover(Map.of(), selectClass(NoMatrix.class)))).isEmpty();
    }

    @Test
    void discoveryTwiceGivesTheSameTree() {
        var first = leaves(discover(Map.of(), selectClass(Sample.class)));
        var second = leaves(discover(Map.of(), selectClass(Sample.class)));

        assertThat(second)
                .extracting(TestDescriptor::getUniqueId)
                .isEqualTo(first.stream().map(TestDescriptor::getUniqueId).toList());
    }

    @Test
    void aParameterOverridesTheAnnotation() {
        var cells = leaves(
                discover(Map.of("interop.tests", "retry", "interop.servers", "beta"), selectClass(Sample.class)));

        assertThat(cells)
                .extracting(it -> it.getUniqueId().getLastSegment().getValue())
                .containsOnly("retry");
        assertThat(cells).hasSize(2);
    }

    @Test
    void verdictsBecomeOutcomes() {
        var events = execute(Map.of(
                "alpha_alpha/handshake", Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"),
                "alpha_beta/handshake", failed(),
                "beta_alpha/handshake", Verdict.of(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "said 127"),
                "beta_beta/handshake", Verdict.of(Outcome.ERROR, ReasonCode.IMAGE_MISSING, "no image"),
                "gamma_alpha/handshake", Verdict.of(Outcome.UNDECIDED, ReasonCode.NO_KEYLOG, "no keys"),
                "gamma_beta/handshake", Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine")));

        assertThat(events)
                .containsOnlyKeys("alpha_alpha", "alpha_beta", "beta_alpha", "beta_beta", "gamma_alpha", "gamma_beta");
        assertThat(status(events, "alpha_alpha")).isEqualTo(Status.SUCCESSFUL);
        assertThat(status(events, "alpha_beta")).isEqualTo(Status.FAILED);
        assertThat(throwable(events, "alpha_beta"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("exactly 1 handshake");
        assertThat(status(events, "beta_alpha")).isEqualTo(Status.ABORTED);
        assertThat(throwable(events, "beta_alpha")).hasMessageContaining("said 127");
        assertThat(status(events, "beta_beta")).isEqualTo(Status.FAILED);
        assertThat(throwable(events, "beta_beta")).isInstanceOf(HarnessFailure.class);
        assertThat(status(events, "gamma_alpha")).isEqualTo(Status.ABORTED);
    }

    @Test
    void everyContainerStartsAndEndsOnce() {
        var results = kit(Map.of(), (settings, notes) -> backend(Map.of()))
                .selectors(selectClass(Sample.class))
                .execute();

        results.containerEvents()
                .assertStatistics(it -> it.started(1 + 1 + 3 + 6).succeeded(1 + 1 + 3 + 6));
        results.testEvents().assertStatistics(it -> it.started(12).succeeded(12));
    }

    @Test
    void withoutAContainerEngineTheClassFailsOnceWithOneLine() {
        var results = kit(Map.of(), (settings, notes) -> {
                    throw new UserError("Docker Engine is not reachable");
                })
                .selectors(selectClass(Sample.class))
                .execute();

        results.containerEvents().assertStatistics(it -> it.failed(1));
        results.testEvents().assertStatistics(it -> it.started(0));
        assertThat(results.containerEvents().failed().stream()
                        .map(it -> it.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it).hasMessage("Docker Engine is not reachable").hasNoCause();
                    assertThat(it.getStackTrace()).isEmpty();
                });
    }

    private static Verdict failed() {
        var finding = new Finding(
                "The server performs exactly 1 handshake",
                "RFC 9000 §7",
                "exactly 1 handshake",
                "2 handshakes",
                Location.ofPacket("sim/trace_node_right.pcap", 7, 0.12));
        return new Verdict(
                Outcome.FAILED,
                new Reason(ReasonCode.CHECK_FAILED, "The server performs exactly 1 handshake: 2 handshakes"),
                List.of(finding),
                List.of());
    }

    /** SERVER_CLIENT → the result of its handshake; other test cases are not selected. */
    private Map<String, Event> execute(Map<String, Verdict> verdicts) {
        return kit(Map.of("interop.tests", "handshake"), (settings, notes) -> backend(verdicts))
                .selectors(selectClass(Sample.class))
                .execute()
                .testEvents()
                .finished()
                .stream()
                .collect(Collectors.toMap(
                        event -> {
                            var cell = ((CellDescriptor) event.getTestDescriptor()).cell();
                            return cell.server().name() + "_" + cell.client().name();
                        },
                        event -> event));
    }

    private static RunBackend backend(Map<String, Verdict> verdicts) {
        var testbed = FakeTestbed.allEndWith(2, 0);
        return new FakeBackend(
                testbed,
                (recording, test) -> new Judgement(
                        verdicts.getOrDefault(
                                recording.cell().server() + "_"
                                        + recording.cell().client() + "/" + recording.test(),
                                Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine")),
                        OptionalDouble.empty()));
    }

    private static Status status(Map<String, Event> events, String pair) {
        return events.get(pair)
                .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                .getStatus();
    }

    private static Throwable throwable(Map<String, Event> events, String pair) {
        return events.get(pair)
                .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private EngineDiscoveryResults discover(Map<String, String> parameters, DiscoverySelector selector) {
        return kit(parameters, (settings, notes) -> backend(Map.of()))
                .selectors(selector)
                .discover();
    }

    private EngineTestKit.Builder kit(Map<String, String> parameters, RunBackend.Source backend) {
        return EngineTestKit.engine(new InteropTestEngine(backend))
                .configurationParameter("interop.registry", registry.toString())
                .configurationParameter("interop.out", temp.resolve("out").toString())
                .configurationParameter("interop.cache", temp.resolve("cache").toString())
                .configurationParameters(parameters);
    }

    private static List<? extends TestDescriptor> leaves(EngineDiscoveryResults results) {
        return results.getEngineDescriptor().getDescendants().stream()
                .filter(TestDescriptor::isTest)
                .toList();
    }
}
