package dev.interop.cli.doctor;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What was found of one thing that a run needs.
 *
 * @param subject the thing
 * @param state how it is
 * @param seen what was seen, a few words
 * @param remedy what to do; empty if nothing
 */
@API(status = Status.INTERNAL)
public record Diagnosis(String subject, State state, String seen, String remedy) {
    /** How something is. */
    public enum State {
        /** As it should be. */
        GOOD,
        /** A run works, but not all of it or not well. */
        WEAK,
        /** A run does not work. */
        BAD
    }

    static Diagnosis good(String subject, String seen) {
        return new Diagnosis(subject, State.GOOD, seen, "");
    }

    static Diagnosis weak(String subject, String seen, String remedy) {
        return new Diagnosis(subject, State.WEAK, seen, remedy);
    }

    static Diagnosis bad(String subject, String seen, String remedy) {
        return new Diagnosis(subject, State.BAD, seen, remedy);
    }
}
