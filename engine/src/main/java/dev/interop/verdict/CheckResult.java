package dev.interop.verdict;

import dev.interop.trace.Side;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of a check.
 *
 * <p>A result often rests on something that was not sent, such as "no Retry packet" or "exactly 1 handshake". So it holds
 * only if the captures that the check looked at have everything that both sides sent; otherwise the judge makes it
 * undecided. A check whose result rests on less says so by {@link #restingOn} or {@link #shown}.
 */
@API(status = Status.EXPERIMENTAL)
public sealed interface CheckResult {
    /** Both sides. */
    Set<Side> BOTH = Set.of(Side.CLIENT, Side.SERVER);

    /**
     * The requirement is met.
     *
     * @param seen a few words about the proof; empty if the rule needs no addition
     * @param restsOn the sides whose every packet must have been captured and read for this result to hold
     */
    record Passed(String seen, Set<Side> restsOn) implements CheckResult {
        public Passed {
            restsOn = Set.copyOf(restsOn);
        }

        /** A pass that holds if everything that both sides sent was read. */
        public Passed(String seen) {
            this(seen, BOTH);
        }

        /** A pass without details that holds if everything that both sides sent was read. */
        public Passed() {
            this("");
        }

        @Override
        public Passed restingOn(Set<Side> sides) {
            return new Passed(seen, sides);
        }
    }

    /**
     * The requirement is violated.
     *
     * @param findings at least one
     * @param restsOn the sides whose every packet must have been captured and read for this result to hold
     */
    record Failed(List<Finding> findings, Set<Side> restsOn) implements CheckResult {
        public Failed {
            findings = List.copyOf(findings);
            restsOn = Set.copyOf(restsOn);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a failure needs a finding");
            }
        }

        /** A failure that holds if everything that both sides sent was read. */
        public Failed(List<Finding> findings) {
            this(findings, BOTH);
        }

        @Override
        public Failed restingOn(Set<Side> sides) {
            return new Failed(findings, sides);
        }
    }

    /**
     * The check cannot be made on this recording.
     *
     * @param reason why
     */
    record Undecided(Reason reason) implements CheckResult {
        @Override
        public Set<Side> restsOn() {
            return Set.of();
        }

        @Override
        public Undecided restingOn(Set<Side> sides) {
            return this;
        }
    }

    /** The sides whose every packet must have been captured and read for this result to hold. */
    Set<Side> restsOn();

    /** This result, which holds if everything that these sides sent was captured and read. */
    CheckResult restingOn(Set<Side> sides);

    /** This result, which holds if everything that this side sent was captured and read. */
    default CheckResult restingOn(Side side) {
        return restingOn(Set.of(side));
    }

    /** This result, which the packets that were read show, whatever else was sent. */
    default CheckResult shown() {
        return restingOn(Set.of());
    }

    /** Passed without findings, else failed. */
    static CheckResult of(List<Finding> findings) {
        return findings.isEmpty() ? new Passed() : new Failed(findings);
    }
}
