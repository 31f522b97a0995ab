package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import dev.interop.expectation.CellReleases;
import dev.interop.expectation.Expectations;
import dev.interop.expectation.SeenCell;
import dev.interop.history.CellDetails;
import dev.interop.history.CellEntry;
import dev.interop.report.CellsJsonl;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.result.RunResult;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that make use of earlier ones. */
class ReusedResultsTest {
    private static final CellJudge RED = Conductors.judge(Outcome.FAILED, ReasonCode.CHECK_FAILED, "no");
    private static final CellJudge UNSUPPORTED =
            Conductors.judge(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127");
    private static final Map<String, String> REUSE = Map.of("interop.reuse", "7d");

    @TempDir
    Path folder;

    private RememberedRuns runs;

    @BeforeEach
    void begin() {
        runs = new RememberedRuns(folder);
    }

    @Test
    void aResultOfUnchangedInputsIsReportedWithoutARunAndMarked() {
        var first = runs.run(REUSE);
        var second = runs.run(REUSE);

        assertThat(runs.ran()).hasSize(2);
        assertThat(Conductors.outcomes(second)).containsOnly(Outcome.SUCCEEDED);
        assertThat(second.cells()).allSatisfy(it -> {
            assertThat(it.reused()).hasValue(runs.history().runs().get(0).started());
            assertThat(it.logs()).isEmpty();
            assertThat(it.verdict()).isEqualTo(of(first, it).verdict());
            assertThat(it.containers()).isEqualTo(of(first, it).containers());
        });
        assertThat(CellsJsonl.read(runs.out(2).resolve("cells.jsonl"))).isEqualTo(second.cells());
    }

    @Test
    void everyFileOfTheRunSaysThatItWasNotRun() throws IOException {
        runs.run(REUSE);
        runs.run(REUSE);

        var began = runs.history().runs().get(0).started();
        var out = runs.out(2);
        assertThat(Files.readString(out.resolve("sample/matrix.md")))
                .contains(
                        "| **a** | O° T° |",
                        "; ° = not run, the result is of an earlier run.",
                        "2 cells were not run, since nothing that they depend on has changed: their results are of earlier"
                                + " runs, the oldest of ");
        assertThat(Files.readString(out.resolve("sample/result.json"))).contains("\"reused\" : \"" + began + "\"");
        try (var results = Files.list(out.resolve("allure-results"))) {
            assertThat(results.filter(it -> it.toString().endsWith("-result.json")))
                    .hasSize(2)
                    .allSatisfy(it -> assertThat(it).content().contains("**Not run**"));
        }
    }

    @Test
    void aReusedResultCountsAsNoFurtherRunAndCanBeReusedAgain() {
        runs.run(REUSE);
        runs.run(REUSE);
        var third = runs.run(REUSE);

        assertThat(runs.ran()).hasSize(2);
        assertThat(third.cells())
                .extracting(CellResult::reused)
                .containsOnly(Optional.of(runs.history().runs().get(0).started()));
        assertThat(runs.history().byRun().values())
                .extracting(it -> it.stream().filter(CellEntry::reused).count())
                .containsExactly(0L, 2L, 2L);
    }

    @Test
    void whatIsNotSupportedIsReusedAndWhatFailedIsRunAgain() {
        runs.judged(UNSUPPORTED).run(REUSE);
        assertThat(Conductors.outcomes(runs.run(REUSE))).containsOnly(Outcome.UNSUPPORTED);
        assertThat(runs.ran()).hasSize(2);

        runs = new RememberedRuns(folder.resolve("out1"));
        runs.judged(RED).run(REUSE);
        runs.run(REUSE);
        assertThat(runs.ran()).hasSize(4);
    }

    @Test
    void anotherImageOrGivenSeedIsRunAgain() {
        runs.run(REUSE);
        runs.run(Map.of("interop.reuse", "7d", "interop.seed", "7"));
        assertThat(runs.ran()).hasSize(4);

        runs.on(new FakeTestbed(1, (lane, job) -> FakeTestbed.recording(job, 0, Optional.empty())) {
            @Override
            public Optional<String> imageId(String image) {
                return Optional.of("sha256:new");
            }
        });
        runs.run(REUSE);
        assertThat(runs.ran()).hasSize(2);
    }

    @Test
    void aResultThatIsTooOldIsRunAgain() throws InterruptedException {
        runs.run(Map.of("interop.reuse", "1s"));
        Thread.sleep(1100);
        runs.run(Map.of("interop.reuse", "1s"));

        assertThat(runs.ran()).hasSize(4);
    }

    @Test
    void withoutTheParameterEverythingRuns() {
        runs.run(REUSE);
        assertThat(runs.run(Map.of()).cells())
                .allSatisfy(it -> assertThat(it.reused()).isEmpty());
        assertThat(runs.ran()).hasSize(4);
    }

    @Test
    void onlyCellsThatChangedSinceARunOrWereNotGreenRun() {
        var judge = Conductors.judge(Outcome.SUCCEEDED, ReasonCode.CHECKS_PASSED, "fine");
        runs.judged((recording, test) ->
                test.name().equals("one") ? RED.judge(recording, test) : judge.judge(recording, test));
        runs.run(Map.of());
        var second = runs.run(Map.of("interop.changed.since", "last"));

        assertThat(runs.ran()).containsExactly("a_a/one", "a_a/two", "a_a/one");
        assertThat(Conductors.codes(second)).containsExactly(ReasonCode.CHECK_FAILED, ReasonCode.UNCHANGED);
        assertThat(second.cells().get(1).verdict().reason().text())
                .startsWith("nothing that it depends on has changed since ")
                .endsWith(", when it came out as succeeded");
    }

    @Test
    void aPassThatContradictsTheExpectationsIsNotGreenUntilTheyAreMended() throws IOException {
        var plan = Samples.plan(List.of("a"), "one", "two");
        var stale = plan.expecting(expectations("known-failing:\n  - {test: one, reason: x}\n"));
        runs.of(stale).run(Map.of());
        var second = runs.run(Map.of("interop.changed.since", "last"));

        assertThat(runs.ran()).containsExactly("a_a/one", "a_a/two", "a_a/one");
        assertThat(second.cells()).extracting(CellResult::status).containsExactly(CellStatus.STALE, CellStatus.SKIPPED);
        assertThat(runs.history().byRun().values())
                .allSatisfy(it -> assertThat(it).extracting(CellEntry::status).contains(CellStatus.STALE));

        runs.of(plan).run(Map.of("interop.changed.since", "last"));
        runs.run(Map.of("interop.changed.since", "last"));
        assertThat(runs.ran()).as("mended: once more, then left out").hasSize(4);
    }

    @Test
    void aPassThatAnEntryContradictsWhichWasWrittenSinceIsNotGreen() throws IOException {
        var plan = Samples.plan(List.of("a"), "one", "two");
        runs.of(plan).run(Map.of());
        var known = plan.expecting(expectations("known-failing:\n  - {test: two, reason: x}\n"));
        runs.of(known).run(Map.of("interop.changed.since", "last"));

        assertThat(runs.ran()).containsExactly("a_a/one", "a_a/two", "a_a/two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{test: two, subtest: publish, reason: x}",
                "{test: publish, reason: x}",
                "{test: two, client-release: '>=1.2', reason: x}",
                "{test: two, server-release: '1.0', reason: x}"
            })
    void anEntryThatWasWrittenSinceMayBeAboutAReportedResultOrAReleaseThatOnlyTheImageSaid(String entry)
            throws IOException {
        var plan = Samples.plan(List.of("a"), "one", "two");
        runs.of(plan).run(Map.of());
        var releases = new CellReleases(Optional.of("1.3"), Optional.of("1.0"));
        var seen = new CellDetails(releases, List.of(new SeenCell.Part(List.of("publish"), true)), Optional.empty());
        runs.remember(it -> it.key().cell().endsWith("two") ? it.with(seen) : it);
        var known = plan.expecting(expectations("known-failing:\n  - " + entry + "\n"));
        runs.of(known).run(Map.of("interop.changed.since", "last"));

        assertThat(runs.ran()).containsExactly("a_a/one", "a_a/two", "a_a/two");
    }

    @Test
    void aPassThatContradictsTheExpectationsRunsBeforeGreenCellsWithinATime() throws IOException {
        var plan = Samples.plan(List.of("a"), "one", "two");
        var stale = plan.expecting(expectations("known-failing:\n  - {test: two, reason: x}\n"));
        runs.of(stale).run(Map.of());
        runs.of(plan).run(Map.of("interop.within", "1h"));

        assertThat(runs.ran().subList(2, 4)).containsExactly("a_a/two", "a_a/one");
    }

    @Test
    void aReusedPassIsComparedWithTheEntriesOfToday() throws IOException {
        var plan = Samples.plan(List.of("a"), "one", "two");
        runs.of(plan).run(REUSE);
        var known = plan.expecting(expectations("known-failing:\n  - {test: two, reason: x}\n"));
        var reused = runs.of(known).run(REUSE);

        assertThat(runs.ran()).hasSize(2);
        assertThat(reused.cells())
                .extracting(CellResult::status)
                .containsExactly(CellStatus.SUCCEEDED, CellStatus.STALE);
    }

    private Expectations expectations(String text) throws IOException {
        return Expectations.read(List.of(Files.writeString(folder.resolve("expectations.yaml"), text)));
    }

    @Test
    void aRunThatLeftOutWhatDidNotChangeIsAsGoodAsTheOneBeforeIt() {
        runs.run(Map.of());
        runs.run(Map.of("interop.changed.since", "last"));
        runs.run(Map.of("interop.changed.since", "last"));
        runs.run(Map.of("interop.changed.since", runs.out(1).toString()));
        var began = runs.history().runs().get(0).started().toString();
        runs.run(Map.of("interop.changed.since", began));

        assertThat(runs.ran()).hasSize(2);
    }

    @Test
    void aRunThatNobodyRemembersIsRefusedBeforeAnythingIsOpened() {
        assertThatThrownBy(() -> runs.run(Map.of("interop.changed.since", "2020")))
                .isInstanceOf(UserError.class)
                .hasMessage("interop.changed.since '2020': the history has no such run; see the command history");
        assertThatThrownBy(() -> runs.run(Map.of("interop.reuse", "7d", "interop.history", "none")))
                .isInstanceOf(UserError.class)
                .hasMessage("interop.reuse: nothing is remembered of earlier runs; name a folder with interop.history");
        assertThat(runs.out(1)).doesNotExist();
    }

    @Test
    void aTimeForTheRunIsForNewsFirstAndThenForWhatHasNotRunForLongest() {
        var plan = Samples.plan(List.of("a"), "green", "news", "old", "red");
        runs.of(plan.only(it -> it.test().name().equals("old"))).run(Map.of());
        runs.of(plan.only(it -> it.test().name().equals("green"))).run(Map.of());
        runs.of(plan.only(it -> it.test().name().equals("red"))).judged(RED).run(Map.of());

        runs.of(plan).judged(Conductors.GREEN).run(Map.of("interop.within", "1h"));

        assertThat(runs.ran().subList(3, 7)).containsExactly("a_a/news", "a_a/red", "a_a/old", "a_a/green");
    }

    @Test
    void damageToTheHistoryIsToldByTheRunsThatUseIt() throws IOException {
        runs.run(REUSE);
        Files.writeString(folder.resolve("history").resolve("x.1.jsonl"), "nonsense\n");
        runs.run(REUSE);

        assertThat(runs.ran()).hasSize(2);
        assertThat(runs.notes()).singleElement().asString().endsWith("x.1.jsonl:1: damaged, and left out");
    }

    private static CellResult of(RunResult run, CellResult cell) {
        return run.cells().stream()
                .filter(it -> it.id().equals(cell.id()))
                .findFirst()
                .orElseThrow();
    }
}
