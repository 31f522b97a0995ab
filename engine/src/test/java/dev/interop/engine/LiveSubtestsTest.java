package dev.interop.engine;

import static dev.interop.engine.PlatformEvents.descriptor;
import static dev.interop.engine.PlatformEvents.entries;
import static dev.interop.engine.PlatformEvents.failure;
import static dev.interop.engine.PlatformEvents.files;
import static dev.interop.engine.PlatformEvents.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.interop.run.CellJudge.Judgement;
import dev.interop.run.FakeTestbed;
import dev.interop.run.RunBackend;
import dev.interop.verdict.Claim;
import dev.interop.verdict.ClaimedCase;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The events that the platform receives for the results that a running MoQT client reports. */
class LiveSubtestsTest {
    private static final String REGISTRY = """
            {"version": "1.1", "current_target": "draft-18", "implementations": {
              "one": {"name": "one", "draft_versions": ["draft-18"], "roles": {
                "client": {"docker": {"image": "one"}},
                "relay": {"docker": {"image": "one", "url": "moqt://relay:4443"}}}}}}
            """;

    private static final String CELL = "[engine:interop]/[class:" + Sample.class.getName()
            + "]/[server:one]/[client:one]/[testcase:setup-only over quic]";
    private static final String ALL = CELL.replace("setup-only", "all");

    private List<ClaimedCase> parts = List.of();
    private Verdict verdict = Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine");

    @TempDir
    Path temp;

    private Path registry;

    @InteropTest(protocol = "moqt", tests = "setup-only")
    static class Sample {}

    @BeforeEach
    void writeRegistry() throws IOException {
        registry = Files.writeString(temp.resolve("implementations.json"), REGISTRY);
    }

    @Test
    void aPointIsATestBelowItsCell() {
        var results = run(Map.of(), "TAP version 14\n1..1\nok 1 - setup-only\n", selectClass(Sample.class));

        assertThat(story(results))
                .containsExactly(
                        "testcase started",
                        "setup-only registered",
                        "setup-only started",
                        "setup-only SUCCESSFUL",
                        "testcase SUCCESSFUL");
        var point = descriptor(results, "setup-only");
        assertThat(point.getUniqueId()).hasToString(CELL + "/[subtest:setup-only]");
        assertThat(point.getLegacyReportingName()).isEqualTo("one × one › setup-only over quic › setup-only");
        assertThat(((MethodSource) point.getSource().orElseThrow()).getMethodName())
                .isEqualTo(point.getLegacyReportingName());
    }

    @Test
    void eachStatusOfAResultHasItsOutcome() {
        var results = run(Map.of(), """
                TAP version 14
                1..5
                ok 1 - setup-only
                not ok 2 - broken
                  ---
                  message: it broke
                  sessions:
                    publisher: abc
                  ...
                ok 3 - absent # SKIP not on this transport
                not ok 4 - planned # TODO next month
                # Subtest: group
                    ok 1 - inner
                    1..1
                ok 5 - group
                """, selectClass(Sample.class));

        assertThat(story(results))
                .contains(
                        "setup-only SUCCESSFUL",
                        "broken FAILED",
                        "absent skipped: not on this transport",
                        "planned ABORTED",
                        "group started",
                        "inner SUCCESSFUL",
                        "group SUCCESSFUL");
        assertThat(descriptor(results, "inner").getParent()).contains(descriptor(results, "group"));
        assertThat(entries(results, "broken"))
                .containsEntry("message", "it broke")
                .containsEntry("sessions.publisher", "abc");
        assertThat(failure(results, "broken")).contains("not ok 2 - broken", "message: it broke");
        assertThat(files(results, "broken"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it).hasFileName("broken.yaml").content().contains("message: it broke"));
    }

    @Test
    void theProofIsAReportEntryOfTheCellAndOfTheResult() {
        var results = run(Map.of(), "TAP version 14\n1..1\nok 1 - setup-only\n", selectClass(Sample.class));

        assertThat(entries(results, "setup-only")).containsEntry("proof", "proven");
        assertThat(entries(results, "setup-only over quic"))
                .containsEntry("proof", "proven")
                .containsEntry("points", "1");
    }

    @Test
    void pointsOfOtherTestCasesHaveNoProof() {
        var results = run(
                Map.of(),
                "TAP version 14\n1..3\nok 1 - setup-only\nok 2 - other\nnot ok 3 - broken\n",
                selectClass(Sample.class));

        assertThat(entries(results, "setup-only")).containsEntry("proof", "proven");
        assertThat(entries(results, "other")).isEmpty();
        assertThat(entries(results, "broken")).isEmpty();
    }

    @Test
    void aFailedPointOfTheTestCaseHasNoProof() {
        var results = run(Map.of(), "TAP version 14\n1..1\nnot ok 1 - setup-only\n", selectClass(Sample.class));

        assertThat(entries(results, "setup-only")).isEmpty();
    }

    @Test
    void subtestsCanBeTurnedOff() {
        var results = run(
                Map.of("interop.moqt.subtests", "false"),
                "TAP version 14\n1..1\nok 1 - setup-only\n",
                selectClass(Sample.class));

        assertThat(story(results)).containsExactly("testcase started", "testcase SUCCESSFUL");
        assertThat(descriptor(results, "setup-only over quic").getType()).isEqualTo(TestDescriptor.Type.TEST);
    }

    @Test
    void theUniqueIdOfAResultRunsItsCell() {
        var id = CELL + "/[subtest:group]/[subtest:inner]";

        var results = run(
                Map.of(),
                "TAP version 14\n1..2\nok 1 - setup-only\n# Subtest: group\n    ok 1 - inner\n    1..1\nok 2 - group\n",
                selectUniqueId(id));

        assertThat(story(results))
                .contains("setup-only SUCCESSFUL", "inner SUCCESSFUL", "testcase SUCCESSFUL")
                .noneMatch(it -> it.endsWith("FAILED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/[subtest:nonexistent]", "/[subtest:setup-only]/[subtest:nonexistent]"})
    void aSelectedResultThatIsNotReportedFails(String path) {
        var results = run(Map.of(), "TAP version 14\n1..1\nok 1 - setup-only\n", selectUniqueId(CELL + path));

        assertThat(story(results))
                .contains(
                        "setup-only SUCCESSFUL", "nonexistent registered", "nonexistent FAILED", "testcase SUCCESSFUL");
        assertThat(descriptor(results, "nonexistent").getUniqueId()).hasToString(CELL + path);
        assertThat(failure(results, "nonexistent")).isEqualTo("selected by its id, and the client did not report it");
    }

    @Test
    void aSelectedResultIsAbortedIfTheCellIsUnsupported() {
        verdict = Verdict.of(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127");

        var results = run(Map.of(), "", selectUniqueId(CELL + "/[subtest:setup-only]"));

        assertThat(story(results)).contains("setup-only ABORTED", "testcase ABORTED");
    }

    @Test
    void inARunOfAllTestCasesThoseOfTheContractAreDiscovered() {
        var all = Map.of("interop.moqt.cases", "all", "interop.tests", "all");
        var discovered = kit(all, (settings, notes) -> backend(""))
                .selectors(selectClass(Sample.class))
                .discover();

        assertThat(discovered.getEngineDescriptor().getDescendants())
                .filteredOn(SubtestDescriptor.class::isInstance)
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly(
                        "setup-only",
                        "announce-only",
                        "publish-namespace-done",
                        "subscribe-error",
                        "announce-subscribe",
                        "subscribe-before-announce");
    }

    @Test
    void aMissingPartIsSkippedAndUnknownResultsAppear() {
        var all = Map.of("interop.moqt.cases", "all", "interop.tests", "all");

        var results = run(all, "TAP version 14\n1..2\nok 1 - setup-only\nok 2 - fetch\n", selectClass(Sample.class));

        assertThat(story(results))
                .contains(
                        "setup-only SUCCESSFUL",
                        "fetch registered",
                        "fetch SUCCESSFUL",
                        "announce-only skipped: the client did not report it")
                .doesNotContain("setup-only registered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"point-failed", "contradicted", "wrong-exit-code", "report-invalid"})
    void aMissingPartIsSkippedIfAnotherPartFails(String label) {
        var reason = new ReasonCode(label);
        var all = Map.of("interop.moqt.cases", "all", "interop.tests", "all");
        verdict = Verdict.of(Outcome.FAILED, reason, "not ok 2 - fetch");

        var results =
                run(all, "TAP version 14\n1..2\nok 1 - setup-only\nnot ok 2 - fetch\n", selectClass(Sample.class));

        assertThat(story(results))
                .contains("fetch FAILED", "verdict FAILED", "testcase SUCCESSFUL")
                .contains("announce-only skipped: the client did not report it")
                .doesNotContain("announce-only started");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bailed-out",
                "plan-missing",
                "points-missing",
                "report-missing",
                "client-failed",
                "server-ended",
                "server-silent",
                "server-unbound",
                "time-limit",
                "out-of-memory"
            })
    void aPartThatIsNotReportedFailsWhereTheReportWasCutOff(String label) {
        var reason = new ReasonCode(label);
        var all = Map.of("interop.moqt.cases", "all", "interop.tests", "all");
        verdict = Verdict.of(Outcome.FAILED, reason, "no more came");

        var results = run(all, "TAP version 14\nok 1 - setup-only\n", selectClass(Sample.class));

        assertThat(story(results)).contains("setup-only SUCCESSFUL", "announce-only FAILED", "verdict FAILED");
        assertThat(failure(results, "announce-only")).isEqualTo(reason.label() + ": not reported; no more came");
    }

    @Test
    void eachPartHasAProofOfItsOwn() {
        var all = Map.of("interop.moqt.cases", "all", "interop.tests", "all");
        parts = List.of(
                new ClaimedCase("setup-only", Proof.PROVEN, "3 checks passed"),
                new ClaimedCase("fetch", Proof.CLAIMED, "no check for fetch"));

        var results = run(all, "TAP version 14\n1..2\nok 1 - setup-only\nok 2 - fetch\n", selectClass(Sample.class));

        assertThat(entries(results, "setup-only"))
                .containsEntry("proof", "proven")
                .containsEntry("proof.reason", "3 checks passed");
        assertThat(entries(results, "fetch"))
                .containsEntry("proof", "claimed")
                .containsEntry("proof.reason", "no check for fetch");
        assertThat(entries(results, "announce-only")).isEmpty();
    }

    @Test
    void onlyTheSelectedPartIsShown() {
        var all = Map.of("interop.moqt.cases", "all", "interop.tests", "all");

        var results = run(
                all,
                "TAP version 14\n1..2\nok 1 - setup-only\nok 2 - announce-only\n",
                selectUniqueId(ALL + "/[subtest:announce-only]"));

        assertThat(story(results))
                .containsExactly(
                        "testcase started",
                        "verdict registered",
                        "verdict started",
                        "announce-only started",
                        "announce-only SUCCESSFUL",
                        "verdict SUCCESSFUL",
                        "testcase SUCCESSFUL");
    }

    @Test
    void aGroupWithoutAResultFails() {
        var results =
                run(Map.of(), "TAP version 14\n1..1\nok 1 - group {\n    ok 1 - inner\n", selectClass(Sample.class));

        assertThat(story(results))
                .contains("inner SUCCESSFUL", "testcase SUCCESSFUL")
                .anyMatch(it -> it.startsWith("group "));
    }

    @Test
    void aCellThatIsRunAgainShowsTheResultsOfTheAttemptThatCounts() {
        var outputs = List.of(
                        "TAP version 14\n1..2\nok 1 - first\nnot ok 2 - setup-only\n",
                        "TAP version 14\n1..2\nok 1 - first\nok 2 - setup-only\n")
                .iterator();
        var verdicts = List.of(
                        Verdict.of(Outcome.UNDECIDED, ReasonCode.OVERLOADED, "too busy"),
                        Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine"))
                .iterator();
        var testbed = new FakeTestbed(1, (lane, job) -> {
            job.clientStdout().accept(bytes(outputs.next()));
            return FakeTestbed.recording(job, 0, Optional.empty());
        });

        var results = kit(
                        Map.of(),
                        (settings, notes) -> new FakeBackend(
                                testbed, (recording, test) -> new Judgement(verdicts.next(), OptionalDouble.empty())))
                .selectors(selectClass(Sample.class))
                .execute();

        assertThat(testbed.ran()).hasSize(2);
        assertThat(story(results))
                .containsExactly(
                        "testcase started",
                        "first registered",
                        "first started",
                        "first SUCCESSFUL",
                        "setup-only registered",
                        "setup-only started",
                        "setup-only SUCCESSFUL",
                        "testcase SUCCESSFUL");
    }

    private EngineExecutionResults run(Map<String, String> parameters, String output, DiscoverySelector selector) {
        return kit(parameters, (settings, notes) -> backend(output))
                .selectors(selector)
                .execute();
    }

    private RunBackend backend(String output) {
        var testbed = new FakeTestbed(1, (lane, job) -> {
            for (var letter : bytes(output)) {
                job.clientStdout().accept(new byte[] {letter});
            }
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        return new FakeBackend(testbed, this::judge);
    }

    private Judgement judge(dev.interop.recording.Recording recording, dev.interop.protocol.TestCase test) {
        return new Judgement(verdict.with(new Claim(1, Optional.of(Proof.PROVEN), parts)), OptionalDouble.empty());
    }

    private EngineTestKit.Builder kit(Map<String, String> parameters, RunBackend.Source backend) {
        return EngineTestKit.engine(new InteropTestEngine(backend))
                .configurationParameter("interop.registry", registry.toString())
                .configurationParameter("interop.out", temp.resolve("out").toString())
                .configurationParameter("interop.cache", temp.resolve("cache").toString())
                .configurationParameters(parameters);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
