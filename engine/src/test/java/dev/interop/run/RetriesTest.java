package dev.interop.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.plan.Plan;
import dev.interop.plan.Seeds;
import dev.interop.recording.Recording;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.result.EarlierAttempt;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells that chance decides run again after a failure, each time with other random values. */
@Timeout(30)
class RetriesTest {
    private final List<Long> seeds = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    @TempDir
    Path temp;

    /** P: the attempt passes, F: it fails, U: it is undecided, R: the endpoint refuses the test case. */
    @ParameterizedTest
    @CsvSource({
        "0, F,    FAILED,    FAILED",
        "2, P,    SUCCEEDED, SUCCEEDED",
        "2, FPP,  SUCCEEDED, FLAKY",
        "2, FF,   FAILED,    FAILED",
        "2, FPF,  FAILED,    FAILED",
        "1, FP,   SUCCEEDED, FLAKY",
        "1, FF,   FAILED,    FAILED",
        "4, FFPPP, SUCCEEDED, FLAKY",
        "4, FPFF, FAILED,    FAILED",
        "2, U,    UNDECIDED, UNDECIDED",
        "2, FU,   FAILED,    FAILED",
        "2, FR,   FAILED,    FAILED",
        "2, FPU,  FAILED,    FAILED",
        "1, FU,   FAILED,    FAILED",
        "4, FUPPP, SUCCEEDED, FLAKY"
    })
    void attemptsAreMadeUntilTheirMajorityIsDecided(int retries, String attempts, Outcome outcome, CellStatus status) {
        var cell = run(retries, attempts, Samples.plan(List.of("a"), "one"));

        assertThat(seeds).hasSize(attempts.length()).doesNotHaveDuplicates();
        assertThat(cell.verdict().outcome()).isEqualTo(outcome);
        assertThat(cell.status()).isEqualTo(status);
        assertThat(cell.earlier()).hasSize(attempts.length() - 1).allMatch(EarlierAttempt::counts);
    }

    @Test
    void theVerdictSaysTheRuleAndTheSeedOfEachAttempt() {
        var cell = run(2, "FPP", Samples.plan(List.of("a"), "one"));

        assertThat(cell.verdict().reason().text())
                .isEqualTo("2 of 3 passed, and 2 of at most 3 have to; seeds: %s failed, %s succeeded, %s succeeded"
                        .formatted(Seeds.format(seeds.get(0)), Seeds.format(seeds.get(1)), Seeds.format(seeds.get(2))));
        assertThat(cell.seed()).isEqualTo(seeds.get(2));
        assertThat(run(2, "FF", Samples.plan(List.of("b"), "one"))
                        .verdict()
                        .reason()
                        .text())
                .startsWith("0 of 2 passed, and 2 of at most 3 have to; seeds: ")
                .endsWith(" failed; bad luck");
    }

    @Test
    void eachAttemptIsKeptAndTheSameSeedRepeatsThem() {
        var cell = run(2, "FPP", Samples.plan(List.of("a"), "one"));
        var first = List.copyOf(seeds);

        assertThat(cell.earlier())
                .extracting(EarlierAttempt::logs)
                .containsExactly(cell.logs() + ".attempt-1", cell.logs() + ".attempt-2")
                .allSatisfy(it -> assertThat(temp.resolve("0/out").resolve(it).resolve("seed"))
                        .exists());
        seeds.clear();
        times.clear();
        run(2, "FPP", Samples.plan(List.of("a"), "one"));
        assertThat(seeds).isEqualTo(first);
    }

    @Test
    void cellsThatChanceDoesNotDecideRunOnce() {
        var plan = Samples.plan(List.of("a"), "one", "other");
        var retries = new Retries(2, it -> it.test().name().equals("other"));

        var cells = run(retries, Map.of("one", "F", "other", "FPP"), plan);

        assertThat(cells).extracting(it -> it.earlier().size()).containsExactly(0, 2);
        assertThat(cells).extracting(CellResult::status).containsExactly(CellStatus.FAILED, CellStatus.FLAKY);
    }

    @Test
    void anOverloadedAttemptBetweenThemDoesNotCount() {
        var cell = run(2, "FOPP", Samples.plan(List.of("a"), "one"));

        assertThat(cell.status()).isEqualTo(CellStatus.FLAKY);
        assertThat(cell.earlier()).extracting(EarlierAttempt::counts).containsExactly(true, false, true);
        assertThat(cell.verdict().reason().text()).startsWith("2 of 3 passed");
        assertThat(seeds.get(1))
                .as("the overloaded attempt is repeated as it was")
                .isEqualTo(seeds.get(2));
    }

    @Test
    void aFailureThatAnUndecidedAttemptFollowsIsShownWithItsRecording() {
        var cell = run(2, "FU", Samples.plan(List.of("a"), "one"));

        assertThat(cell.verdict().reason().text())
                .isEqualTo("0 of 2 passed, and 2 of at most 3 have to; seeds: %s failed, %s undecided; bad luck"
                        .formatted(Seeds.format(seeds.get(0)), Seeds.format(seeds.get(1))));
        assertThat(cell.seed()).isEqualTo(seeds.get(0));
        assertThat(cell.earlier()).extracting(EarlierAttempt::outcome).containsExactly(Outcome.UNDECIDED);
        assertThat(seedIn(cell.logs())).isEqualTo(seeds.get(0));
        assertThat(seedIn(cell.earlier().get(0).logs())).isEqualTo(seeds.get(1));
        assertThat(temp.resolve("0/out").resolve(cell.logs()).resolve("attempt.json"))
                .doesNotExist();
    }

    @Test
    void aFailureWhoseNextAttemptIsCancelledStays() {
        var cell = run(2, "FC", Samples.plan(List.of("a"), "one"));

        assertThat(cell.status()).isEqualTo(CellStatus.FAILED);
        assertThat(cell.verdict().reason().text()).startsWith("bad luck; not run again: the run was cancelled");
        assertThat(seedIn(cell.logs())).isEqualTo(seeds.get(0));
        assertThat(cell.earlier()).extracting(EarlierAttempt::counts).containsExactly(false);
    }

    @Test
    void anErrorAfterAFailureIsAnErrorAndSaysSo() {
        var cell = run(2, "FE", Samples.plan(List.of("a"), "one"));

        assertThat(cell.status()).isEqualTo(CellStatus.ERROR);
        assertThat(cell.verdict().reason().text()).startsWith("0 of 2 passed").endsWith(" error; no image");
    }

    private long seedIn(String logs) {
        try {
            return Long.parseLong(
                    Files.readString(temp.resolve("0/out").resolve(logs).resolve("seed")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CellResult run(int retries, String attempts, Plan plan) {
        return run(new Retries(retries, it -> true), Map.of("one", attempts), plan)
                .get(0);
    }

    private List<CellResult> run(Retries retries, Map<String, String> attempts, Plan plan) {
        var testbed = new FakeTestbed(2, (lane, job) -> {
            seeds.add(job.cell().seed());
            return write(
                    FakeTestbed.recording(job, 0, Optional.empty()), job.cell().seed());
        });
        CellJudge judge = (recording, test) -> {
            var time = times.merge(recording.cell().id(), 1, Integer::sum);
            return switch (attempts.get(test.name()).charAt(time - 1)) {
                case 'P' -> Conductors.GREEN.judge(recording, test);
                case 'F' ->
                    Conductors.judge(Outcome.FAILED, ReasonCode.CHECK_FAILED, "bad luck")
                            .judge(recording, test);
                case 'R' ->
                    Conductors.judge(Outcome.UNSUPPORTED, ReasonCode.CLIENT_UNSUPPORTED, "127")
                            .judge(recording, test);
                case 'E' ->
                    Conductors.judge(Outcome.ERROR, ReasonCode.IMAGE_MISSING, "no image")
                            .judge(recording, test);
                case 'C' -> throw new CancellationException();
                case 'O' ->
                    Conductors.judge(Outcome.UNDECIDED, ReasonCode.OVERLOADED, "busy")
                            .judge(recording, test);
                default ->
                    Conductors.judge(Outcome.UNDECIDED, ReasonCode.CHECK_FAILED, "?")
                            .judge(recording, test);
            };
        };
        return new Conductors(
                        temp.resolve(String.valueOf(runs++)), RunRules.whole(3).with(retries))
                .conductor(testbed, judge)
                .run(plan)
                .cells();
    }

    private int runs;

    private static Recording write(Recording recording, long seed) {
        try {
            Files.createDirectories(recording.folder());
            Files.writeString(recording.folder().resolve("seed"), String.valueOf(seed));
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
