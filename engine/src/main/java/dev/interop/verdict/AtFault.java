package dev.interop.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.interop.recording.ContainerRole;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The endpoint that caused a violation, as far as what both of them sent shows it. */
@API(status = Status.EXPERIMENTAL)
public enum AtFault {
    /** The client broke the rule. */
    CLIENT,
    /** The server broke the rule. */
    SERVER,
    /** Each endpoint keeps rules of its own, such as those of different versions, and they do not fit together. */
    NEITHER;

    /** The endpoint of this role, which is no simulator. */
    public static AtFault of(ContainerRole role) {
        return switch (role) {
            case CLIENT -> CLIENT;
            case SERVER -> SERVER;
            case SIM -> throw new IllegalArgumentException("a simulator is no endpoint");
        };
    }

    /** Lower case, as JSON spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
