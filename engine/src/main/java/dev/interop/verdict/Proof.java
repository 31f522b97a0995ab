package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What the wire says of a pass that a client claims. */
@API(status = Status.EXPERIMENTAL)
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
