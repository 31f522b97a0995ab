package dev.interop.cli.bisect;

import dev.interop.verdict.Outcome;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How the cell came out with one release.
 *
 * @param release the release
 * @param outcome the outcome that enough attempts agree on; empty if there is none
 * @param attempts the attempts, at least one
 */
@API(status = Status.INTERNAL)
public record Answer(String release, Optional<Outcome> outcome, List<Attempt> attempts) {
    public Answer {
        attempts = List.copyOf(attempts);
    }

    /** The last attempt with its outcome; without an outcome the last one. */
    public Attempt example() {
        return attempts.stream()
                .filter(it -> outcome.isEmpty()
                        || outcome.get() == it.result().verdict().outcome())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** How many attempts have this outcome. */
    public long count(Outcome wanted) {
        return attempts.stream()
                .filter(it -> it.result().verdict().outcome() == wanted)
                .count();
    }
}
