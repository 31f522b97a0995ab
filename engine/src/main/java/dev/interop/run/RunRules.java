package dev.interop.run;

import dev.interop.config.Caller;
import dev.interop.config.Settings;
import dev.interop.testbed.cleanup.Owner;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a run goes through its cells.
 *
 * @param repetitions how often each cell of a measurement is run
 * @param keep whether the run ends at the first failed cell and keeps its containers
 * @param failures how many failed cells end the run, if any number does
 * @param limit how long the run may take, if it is limited
 * @param caller who runs it
 * @param retries the further attempts of cells that chance decides
 */
record RunRules(
        int repetitions, boolean keep, OptionalInt failures, Optional<Duration> limit, Caller caller, Retries retries) {
    /** The rules of a run whose cells have one attempt each. */
    RunRules(int repetitions, boolean keep, OptionalInt failures, Optional<Duration> limit, Caller caller) {
        this(repetitions, keep, failures, limit, caller, Retries.NONE);
    }

    /** The same rules with these further attempts. */
    RunRules with(Retries further) {
        return new RunRules(repetitions, keep, failures, limit, caller, further);
    }

    /** A run that ends only when all its cells have ended. */
    static RunRules whole(int repetitions) {
        return new RunRules(repetitions, false, OptionalInt.empty(), Optional.empty(), new Caller.Tests());
    }

    static RunRules of(Settings settings) {
        var execution = settings.execution();
        return new RunRules(
                execution.repetitions(),
                execution.stops().keep(),
                execution.stops().failures(),
                execution.stops().limit(),
                settings.caller());
    }

    /** The command that removes the containers that were kept. */
    String removal() {
        return caller instanceof Caller.CommandLine user
                ? user.command() + " clean --kept"
                : "docker ps -aq -f name=%s | xargs docker rm -f -v".formatted(Owner.KEPT);
    }
}
