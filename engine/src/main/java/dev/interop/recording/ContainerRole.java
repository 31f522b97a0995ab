package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A container's part in a cell; also the name of its folder in a recording. */
@API(status = Status.EXPERIMENTAL)
public enum ContainerRole {
    /** The implementation under test that connects. */
    CLIENT,
    /** The implementation under test that answers: a server or relay. */
    SERVER,
    /** The network simulator between them, or what watches the network where none stands between them. */
    SIM;

    /** Lower case, as folders and JSON spell it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An unmodifiable copy in the order of the roles, so that files made of it are the same each time. */
    public static <T> Map<ContainerRole, T> inOrder(Map<ContainerRole, T> byRole) {
        var sorted = new EnumMap<ContainerRole, T>(ContainerRole.class);
        sorted.putAll(byRole);
        return Collections.unmodifiableMap(sorted);
    }
}
