package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The proof that packets give for a pass that a client claims. */
@API(status = Status.EXPERIMENTAL)
public enum Proof {
    /** The packets show everything that the test case requires. */
    PROVEN,
    /** Not everything could be checked, for example because the keylog is missing. */
    CLAIMED,
    /** The packets contradict the claim. */
    CONTRADICTED;

    /** Lower case, as JSON spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
