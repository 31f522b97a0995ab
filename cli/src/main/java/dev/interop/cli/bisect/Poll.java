package dev.interop.cli.bisect;

import dev.interop.verdict.Outcome;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asks for a verdict several times.
 *
 * @param agreeing how many attempts have to have the same outcome
 * @param most how many attempts there are at most
 * @param failures how many failures are enough for the outcome "failed", for faults that show now and then
 */
@API(status = Status.INTERNAL)
public record Poll(int agreeing, int most, int failures) {
    private static final Set<Outcome> DECIDED = Set.of(Outcome.SUCCEEDED, Outcome.FAILED, Outcome.UNSUPPORTED);

    /** One attempt, for what always comes out alike. */
    public static final Poll ONCE = new Poll(1, 1, 1);
    /** For a network that drops or alters packets at random. */
    public static final Poll RANDOM = new Poll(3, 5, 3);

    public Poll {
        if (agreeing < 1 || agreeing > most || failures < 1 || failures > agreeing) {
            throw new IllegalArgumentException("%d or %d failures of %d".formatted(agreeing, failures, most));
        }
    }

    /**
     * Asks about a release until enough attempts agree, or cannot any more.
     *
     * @param attempt runs the cell for this number, from 0
     */
    public Answer ask(String release, IntFunction<Attempt> attempt) {
        var attempts = new ArrayList<Attempt>();
        for (var number = 0; number < most; number++) {
            attempts.add(attempt.apply(number));
            var last = attempts.get(number).result().verdict().outcome();
            var answer = new Answer(release, Optional.of(last), attempts);
            if (DECIDED.contains(last) && answer.count(last) >= (last == Outcome.FAILED ? failures : agreeing)) {
                return answer;
            }
            if (last == Outcome.ERROR || last == Outcome.SKIPPED) {
                // An image that is missing stays so.
                break;
            }
        }
        return new Answer(release, Optional.empty(), attempts);
    }
}
