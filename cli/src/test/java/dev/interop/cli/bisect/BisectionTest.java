package dev.interop.cli.bisect;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.cli.release.ReleaseList;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.ReasonCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BisectionTest {
    private static final ReleaseList RELEASES =
            new ReleaseList(IntStream.rangeClosed(1, 9).mapToObj(it -> "v" + it).toList());

    private final List<String> asked = new ArrayList<>();
    private final Map<String, Outcome> odd = new HashMap<>();

    @Test
    void theFirstReleaseThatFailsIsFoundByHalving() {
        var found = failingFrom(7);

        assertThat(pair(found)).isEqualTo("v6 v7");
        assertThat(asked).containsExactly("v1", "v9", "v5", "v7", "v6");
        assertThat(found.answers()).extracting(Answer::release).containsExactly("v1", "v5", "v6", "v7", "v9");
        assertThat(found.between()).isEmpty();
    }

    @Test
    void theSecondAndTheLastReleaseAreFoundToo() {
        assertThat(pair(failingFrom(2))).isEqualTo("v1 v2");
        assertThat(pair(failingFrom(9))).isEqualTo("v8 v9");
    }

    @Test
    void aReleaseWithoutAnAnswerIsPassedOver() {
        odd.put("v5", Outcome.ERROR);

        var found = failingFrom(8);

        assertThat(pair(found)).isEqualTo("v7 v8");
        assertThat(asked).contains("v5").doesNotHaveDuplicates();
        assertThat(found.between()).isEmpty();
    }

    @Test
    void releasesWithoutAnAnswerBetweenBothAreNamed() {
        odd.put("v5", Outcome.ERROR);
        odd.put("v6", Outcome.UNDECIDED);

        var found = failingFrom(7);

        assertThat(pair(found)).isEqualTo("v4 v7");
        assertThat(found.between()).containsExactly("v5", "v6");
    }

    @Test
    void aThirdOutcomeIsOtherwiseToo() {
        odd.put("v5", Outcome.UNSUPPORTED);

        assertThat(pair(failingFrom(6))).isEqualTo("v4 v5");
    }

    @Test
    void whereTheFirstAndTheLastBehaveAlikeNothingMoreIsAsked() {
        var found = failingFrom(10);

        assertThat(found.pair()).isEmpty();
        assertThat(asked).containsExactly("v1", "v9");
    }

    @Test
    void aFirstReleaseWithoutAnAnswerEndsIt() {
        odd.put("v1", Outcome.ERROR);

        assertThat(failingFrom(5).pair()).isEmpty();
        assertThat(asked).containsExactly("v1");
    }

    private static String pair(Bisection.Found found) {
        return found.pair()
                .map(it -> it.before().release() + " " + it.after().release())
                .orElseThrow();
    }

    private Bisection.Found failingFrom(int first) {
        return new Bisection(RELEASES, release -> {
                    asked.add(release);
                    var usual = Integer.parseInt(release.substring(1)) < first ? Outcome.SUCCEEDED : Outcome.FAILED;
                    return Poll.ONCE.ask(release, number -> attempt(odd.getOrDefault(release, usual)));
                })
                .run();
    }

    @Test
    void enoughRunsThatAgreeEndThePoll() {
        assertThat(polled(Outcome.FAILED, Outcome.SUCCEEDED, Outcome.FAILED, Outcome.FAILED, Outcome.SUCCEEDED))
                .satisfies(it -> {
                    assertThat(it.outcome()).contains(Outcome.FAILED);
                    assertThat(it.attempts()).hasSize(4);
                    assertThat(it.count(Outcome.SUCCEEDED)).isEqualTo(1);
                    assertThat(it.example().result().verdict().outcome()).isEqualTo(Outcome.FAILED);
                });
    }

    @Test
    void oneFailureIsEnoughWhereAFaultShowsNowAndThen() {
        var rare = new Poll(3, 3, 1);

        assertThat(polled(rare, Outcome.SUCCEEDED, Outcome.FAILED)).satisfies(it -> {
            assertThat(it.outcome()).contains(Outcome.FAILED);
            assertThat(it.attempts()).hasSize(2);
        });
        assertThat(polled(rare, Outcome.SUCCEEDED, Outcome.SUCCEEDED, Outcome.SUCCEEDED)
                        .outcome())
                .contains(Outcome.SUCCEEDED);
        assertThat(polled(rare, Outcome.SUCCEEDED, Outcome.UNDECIDED, Outcome.SUCCEEDED)
                        .outcome())
                .isEmpty();
    }

    @Test
    void runsThatDecideNothingGiveNoAnswer() {
        assertThat(polled(Outcome.UNDECIDED, Outcome.FAILED, Outcome.SUCCEEDED, Outcome.FAILED, Outcome.SUCCEEDED)
                        .outcome())
                .isEmpty();
    }

    @Test
    void anErrorIsNotAskedAgain() {
        assertThat(polled(Outcome.ERROR)).satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Optional.empty());
            assertThat(it.attempts()).hasSize(1);
        });
    }

    private static Answer polled(Outcome... outcomes) {
        return polled(Poll.RANDOM, outcomes);
    }

    private static Answer polled(Poll poll, Outcome... outcomes) {
        return poll.ask("v1", number -> attempt(outcomes[number]));
    }

    private static Attempt attempt(Outcome outcome) {
        var cell = cell("quic-go", "nginx", "zerortt");
        return new Attempt(
                outcome == Outcome.SUCCEEDED
                        ? cell.build()
                        : cell.cameOut(outcome, ReasonCode.CHECK_FAILED, outcome.label())
                                .build(),
                Path.of("out"));
    }
}
