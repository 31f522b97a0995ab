package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the wire says of a pass that a client claims. */
public enum Proof {
    /** Everything that makes it a pass was seen. */
    PROVEN,
    /** Not everything could be looked at, such as for want of a keylog: the claim stands alone. */
    CLAIMED,
    /** The wire says otherwise. */
    CONTRADICTED;

    /** Lower case, as JSON spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
