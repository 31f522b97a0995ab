package dev.interop.cli.doctor;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The state of one thing that a run needs.
 *
 * @param subject the name of the thing
 * @param state whether a run works with it
 * @param seen the observation, a few words
 * @param remedy the remedy; empty if none is needed
 */
@API(status = Status.INTERNAL)
public record Diagnosis(String subject, State state, String seen, String remedy) {
    /** Whether a run works. */
    public enum State {
        /** A run works. */
        GOOD,
        /** A run works partly or badly. */
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
