package dev.interop.engine;

import static dev.interop.engine.PlatformEvents.entries;
import static dev.interop.engine.PlatformEvents.failure;
import static dev.interop.engine.PlatformEvents.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.interop.report.CellsJsonl;
import dev.interop.result.CellStatus;
import dev.interop.run.CellJudge.Judgement;
import dev.interop.run.FakeTestbed;
import dev.interop.verdict.Claim;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Known failing and known flaky cells, and results that clients report, as the platform is told of them. */
class ExpectedCellsTest {
    private static final Verdict RED = Verdict.of(Outcome.FAILED, new ReasonCode("point-failed"), "not ok 1");
    private static final Verdict GREEN = Verdict.of(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine");
    private static final Map<String, String> ALL = Map.of("interop.moqt.cases", "all", "interop.tests", "all");

    @TempDir
    Path temp;

    private Path registry;

    @InteropTest(protocol = "moqt", tests = "setup-only")
    static class Sample {}

    @BeforeEach
    void writeRegistry() throws IOException {
        registry = Files.writeString(temp.resolve("implementations.json"), """
            {"version": "1.1", "current_target": "draft-18", "implementations": {
              "one": {"name": "one", "draft_versions": ["draft-18"], "roles": {
                "client": {"docker": {"image": "one"}},
                "relay": {"docker": {"image": "one", "url": "moqt://relay:4443"}}}}}}
            """);
    }

    @Test
    void aKnownFailureIsAbortedWithItsReasonAndSoAreTheResultsThatItsClientReports() throws IOException {
        expect("known-failing:\n  - {client: one, test: setup-only, reason: no setup}\n");

        var results = run(Map.of(), RED, "TAP version 14\n1..2\nnot ok 1 - setup-only\nok 2 - other\n");

        assertThat(story(results)).contains("setup-only ABORTED", "other SUCCESSFUL", "testcase ABORTED");
        assertThat(failure(results, "setup-only over quic"))
                .startsWith("known failing: no setup (")
                .endsWith("; not ok 1");
        assertThat(entries(results, "setup-only over quic")).containsEntry("outcome", "failed");
        assertThat(CellsJsonl.read(temp.resolve("out/cells.jsonl")))
                .singleElement()
                .satisfies(it -> assertThat(it.status()).isEqualTo(CellStatus.KNOWN));
    }

    @Test
    void aKnownFailureThatPassesFailsWithTheLinesToDelete() throws IOException {
        expect("known-failing:\n  - client: one\n    reason: no setup\n");

        var results = run(Map.of(), GREEN, "TAP version 14\n1..1\nok 1 - setup-only\n");

        assertThat(story(results)).contains("setup-only SUCCESSFUL", "testcase FAILED");
        assertThat(failure(results, "setup-only over quic")).contains("expectations.yaml:2", "delete lines 2 to 3");
    }

    @Test
    void aKnownFlakyCellPassesAndAbortsButNeverFails() throws IOException {
        expect("known-flaky:\n  - {client: one, reason: loss}\n");

        assertThat(story(run(Map.of(), GREEN, ""))).contains("testcase SUCCESSFUL");
        assertThat(story(run(Map.of("interop.out.overwrite", "true"), RED, ""))).contains("testcase ABORTED");
    }

    @Test
    void anExpiredEntryFailsItsCellsWhateverComesOut() throws IOException {
        expect("known-failing:\n  - {client: one, reason: x, until: 2020-01-01}\n");

        var green = run(Map.of(), GREEN, "");
        assertThat(story(green)).contains("testcase FAILED");
        assertThat(failure(green, "setup-only over quic")).contains("expired after 2020-01-01: delete line 2");
        var red = run(Map.of("interop.out.overwrite", "true"), RED, "");
        assertThat(failure(red, "setup-only over quic")).contains("not ok 1", "expired after 2020-01-01");
    }

    @Test
    void aReportedResultIsKnownByItselfAndItsCellFailsNoMoreThanIt() throws IOException {
        expect("known-failing:\n  - {test: announce-only, reason: no namespaces}\n");

        var results = run(ALL, RED, "TAP version 14\n1..2\nok 1 - setup-only\nnot ok 2 - announce-only\n");

        assertThat(story(results))
                .contains("setup-only SUCCESSFUL", "announce-only ABORTED", "verdict ABORTED")
                .noneMatch(it -> it.endsWith("FAILED"));
    }

    @Test
    void aReportedResultThatIsKnownToFailAndPassesFails() throws IOException {
        expect("known-failing:\n  - {test: announce-only, reason: no namespaces}\n");

        var results = run(ALL, GREEN, "TAP version 14\n1..2\nok 1 - announce-only\nok 2 - setup-only\n");

        assertThat(story(results)).contains("setup-only SUCCESSFUL", "announce-only FAILED", "verdict FAILED");
        assertThat(failure(results, "announce-only")).contains("passed, but", "delete line 2");
    }

    @Test
    void anotherFailureBesideAKnownOneFailsTheCell() throws IOException {
        expect("known-failing:\n  - {test: announce-only, reason: no namespaces}\n");

        var results = run(ALL, RED, "TAP version 14\n1..2\nnot ok 1 - setup-only\nnot ok 2 - announce-only\n");

        assertThat(story(results)).contains("setup-only FAILED", "announce-only ABORTED", "verdict FAILED");
    }

    @Test
    void aReportOfAnEarlierRunIsComparedWithTheEntriesOfToday() throws IOException {
        var reuse = new HashMap<>(ALL);
        reuse.put("interop.reuse", "7d");
        run(reuse, GREEN, "TAP version 14\n1..2\nok 1 - announce-only\nok 2 - setup-only\n");
        expect("known-failing:\n  - {test: announce-only, reason: no namespaces}\n");

        reuse.put("interop.out", temp.resolve("second").toString());
        var reused = run(reuse, RED, "TAP version 14\n1..1\nnot ok 1 - setup-only\n");

        assertThat(story(reused)).contains("setup-only SUCCESSFUL", "announce-only FAILED", "verdict FAILED");
        assertThat(failure(reused, "announce-only")).contains("passed, but", "delete line 2");
        assertThat(notes(reused)).doesNotContain("matches no cell");
    }

    @Test
    void anExpiredEntryThatFailsNoCellFailsTheMatrix() throws IOException {
        expect("known-failing:\n  - {client: another, reason: x, until: 2020-01-01}\n");
        var unsupported = Verdict.of(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127");

        for (var verdict : List.of(GREEN, unsupported)) {
            var results = run(Map.of("interop.out.overwrite", "true"), verdict, "");

            assertThat(story(results)).doesNotContain("testcase FAILED");
            assertThat(results.allEvents().failed().stream())
                    .singleElement()
                    .asString()
                    .contains(temp.resolve("expectations.yaml") + ":2", "expired after 2020-01-01: delete line 2");
            expect("known-failing:\n  - {client: one, reason: x, until: 2020-01-01}\n");
        }
    }

    @Test
    void anExpiredEntryForAnotherProtocolIsLeftToItsRuns() throws IOException {
        expect("known-failing:\n  - {protocol: quic, reason: x, until: 2020-01-01}\n");

        assertThat(run(Map.of(), GREEN, "").allEvents().failed().count()).isZero();
    }

    @Test
    void aMisspeltNameInAnEntryIsToldWithTheNearestOne() throws IOException {
        expect("""
            known-failing:
              - {protocol: moqtt, reason: x}
              - {client: onne, reason: x}
              - {server: [one, onee], test: setup-onyl, reason: x}
              - {transport: qiuc, reason: x}
              - {protocol: quic, test: handshaek, reason: of other runs}
              - {client: one@1.2.3, reason: of other days}
              - {test: a result of the client, reason: may be one}
            """);

        var file = temp.resolve("expectations.yaml");
        assertThat(notes(run(Map.of(), GREEN, "")).lines().filter(it -> it.contains("is named")))
                .containsExactly(
                        file + ":2: no protocol is named 'moqtt'; nearest: moqt",
                        file + ":3: no client is named 'onne'; nearest: one",
                        file + ":4: no server is named 'onee'; nearest: one",
                        file + ":4: no test is named 'setup-onyl'; nearest: setup-only",
                        file + ":5: no transport is named 'qiuc'; nearest: quic");
    }

    @Test
    void anEntryThatMatchesNoCellIsTold() throws IOException {
        expect("known-failing:\n  - {client: another, reason: x}\n");

        assertThat(notes(run(Map.of(), GREEN, "")))
                .contains("1 entry of the expectations matches no cell of this run: "
                        + temp.resolve("expectations.yaml") + ":2");
    }

    @Test
    void aFileThatIsWrongFailsTheMatrixWithItsLine() throws IOException {
        expect("known-failing:\n  - {clint: one, reason: x}\n");

        assertThat(run(Map.of(), GREEN, "").allEvents().failed().stream())
                .singleElement()
                .asString()
                .contains("expectations.yaml:2: key 'clint' is not known; did you mean 'client'?");
    }

    @Test
    void withoutAFileOrWithNoneNothingIsKnown() throws IOException {
        expect("known-failing:\n  - {client: one, reason: x}\n");

        assertThat(story(run(Map.of("interop.expectations", "none"), RED, ""))).contains("testcase FAILED");
        assertThat(run(Map.of("interop.expectations", "missing.yaml"), RED, "").allEvents().failed().stream())
                .singleElement()
                .asString()
                .contains("interop.expectations 'missing.yaml': no such file");
    }

    private void expect(String text) throws IOException {
        Files.writeString(temp.resolve("expectations.yaml"), text);
    }

    private static String notes(EngineExecutionResults results) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(it -> it.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .map(it -> it.getOrDefault("note", ""))
                .collect(Collectors.joining("\n"));
    }

    private EngineExecutionResults run(Map<String, String> parameters, Verdict verdict, String output) {
        var testbed = new FakeTestbed(1, (lane, job) -> {
            job.clientStdout().accept(output.getBytes(StandardCharsets.UTF_8));
            return FakeTestbed.recording(job, 0, Optional.empty());
        });
        var claim = new Claim(1, Optional.empty(), List.of());
        return EngineTestKit.engine(new InteropTestEngine((settings, notes) -> new FakeBackend(
                        testbed, (recording, test) -> new Judgement(verdict.with(claim), OptionalDouble.empty()))))
                .configurationParameter("interop.registry", registry.toString())
                .configurationParameter("interop.out", temp.resolve("out").toString())
                .configurationParameter("interop.cache", temp.resolve("cache").toString())
                .configurationParameters(parameters)
                .selectors(selectClass(Sample.class))
                .execute();
    }
}
