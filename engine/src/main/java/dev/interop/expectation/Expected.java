package dev.interop.expectation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A result compared with the entry that is about it.
 *
 * @param kind what is known
 * @param state how the result compares with that
 * @param part the path of the result within its cell's report; empty for the cell as a whole
 * @param reason why, in the entry's words
 * @param bug the link to a report of the bug, if there is one
 * @param until the last day on which the entry counts, if there is one
 * @param place the lines of the entry
 */
@API(status = Status.EXPERIMENTAL)
public record Expected(
        @JsonProperty(required = true) ExpectationKind kind,
        @JsonProperty(required = true) ExpectationState state,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<String> part,

        @JsonProperty(required = true) String reason,
        Optional<String> bug,
        Optional<String> until,
        @JsonProperty(required = true) EntryPlace place) {
    public Expected {
        part = List.copyOf(part);
    }

    /** Whether it is about the cell as a whole. */
    public boolean ofCell() {
        return part.isEmpty();
    }

    /** The same about its cell, which failed only by such results. */
    Expected asCell() {
        return new Expected(kind, state, List.of(), reason, bug, until, place);
    }

    /** Whether a failure is no news. */
    public boolean excuses() {
        return state == ExpectationState.MET;
    }

    /** Whether the entry itself fails the build. */
    public boolean fails() {
        return state == ExpectationState.STALE || state == ExpectationState.EXPIRED;
    }

    /** One line for people: what is known, why, where that is written, and the remedy if the entry is wrong now. */
    public String text() {
        return switch (state) {
            case MET, OPEN -> kind.words() + ": " + why() + " (" + place + ")";
            case STALE ->
                "passed, but %s says %s: delete %s there, or narrow the entry if other cells of it still fail (%s)"
                        .formatted(place, kind.words(), place.lines(), why());
            case EXPIRED ->
                "the entry at %s (%s) expired after %s: delete %s there, or set a later date (%s)"
                        .formatted(place, kind.words(), until.orElse("its day"), place.lines(), why());
        };
    }

    private String why() {
        return reason + bug.map(it -> ", " + it).orElse("");
    }
}
