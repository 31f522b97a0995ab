package dev.interop.cli.bisect;

import dev.interop.cli.release.ReleaseList;
import dev.interop.verdict.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Halves a list of releases until two neighbours are left, of which the later one behaves otherwise than the first of all. */
@API(status = Status.INTERNAL)
public final class Bisection {
    private final List<String> releases;
    private final Function<String, Answer> ask;
    private final TreeMap<Integer, Answer> answers = new TreeMap<>();

    /**
     * @param releases the releases, at least two
     * @param ask tells how the cell comes out with a release
     */
    public Bisection(ReleaseList releases, Function<String, Answer> ask) {
        this.releases = releases.releases();
        this.ask = ask;
    }

    /**
     * What was found.
     *
     * @param answers the answers, in the order of the releases
     * @param pair the neighbours; empty if the first and the last release do not differ, or give no answer
     * @param between the releases between both that gave no answer
     */
    public record Found(List<Answer> answers, Optional<Pair> pair, List<String> between) {
        public Found {
            answers = List.copyOf(answers);
            between = List.copyOf(between);
        }
    }

    /**
     * Two releases.
     *
     * @param before the last that behaves as the first of all
     * @param after the first that behaves otherwise
     */
    public record Pair(Answer before, Answer after) {}

    /** Asks until the pair is found. A release that gives no answer is passed over. */
    public Found run() {
        var low = 0;
        var high = releases.size() - 1;
        var usual = outcome(low);
        var other = usual.isPresent() ? outcome(high) : Optional.<Outcome>empty();
        if (other.isEmpty() || other.equals(usual)) {
            return new Found(List.copyOf(answers.values()), Optional.empty(), List.of());
        }
        for (var next = middle(low, high); next.isPresent(); next = middle(low, high)) {
            var outcome = outcome(next.get());
            if (outcome.equals(usual)) {
                low = next.get();
            } else if (outcome.isPresent()) {
                high = next.get();
            }
        }
        return new Found(
                List.copyOf(answers.values()),
                Optional.of(new Pair(answers.get(low), answers.get(high))),
                releases.subList(low + 1, high));
    }

    private Optional<Outcome> outcome(int index) {
        return answers.computeIfAbsent(index, it -> ask.apply(releases.get(it))).outcome();
    }

    /** The release that is nearest to the middle of those in between that were not asked. */
    private Optional<Integer> middle(int low, int high) {
        return IntStream.range(low + 1, high)
                .filter(it -> !answers.containsKey(it))
                .boxed()
                .min(Comparator.comparingInt(it -> Math.abs(2 * it - low - high)));
    }
}
