package dev.interop.expectation;

import dev.interop.verdict.Outcome;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry of a file of expectations.
 *
 * @param kind what is known of its cells, and thereby the list that it is in
 * @param index its index there, from 0
 * @param cells the cells that it is about
 * @param cause why
 * @param place its lines
 */
record Expectation(ExpectationKind kind, int index, CellPattern cells, Cause cause, EntryPlace place) {
    /** Compares an outcome with it, on this day. */
    Expected compared(Outcome outcome, List<String> part, LocalDate today) {
        return expected(state(outcome, today), part);
    }

    /** It as an expired one that is about no result. */
    Expected expired() {
        return expected(ExpectationState.EXPIRED, List.of());
    }

    private Expected expected(ExpectationState state, List<String> part) {
        return new Expected(
                kind, state, part, cause.reason(), cause.bug(), cause.until().map(LocalDate::toString), place);
    }

    private ExpectationState state(Outcome outcome, LocalDate today) {
        if (outcome != Outcome.SUCCEEDED && outcome != Outcome.FAILED) {
            return ExpectationState.OPEN;
        }
        if (isExpired(today)) {
            return ExpectationState.EXPIRED;
        }
        return outcome == Outcome.SUCCEEDED && kind == ExpectationKind.FAILING
                ? ExpectationState.STALE
                : ExpectationState.MET;
    }

    boolean isExpired(LocalDate today) {
        return cause.until().filter(today::isAfter).isPresent();
    }
}
