package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A container's role in a cell; also the name of its folder in a recording. */
@API(status = Status.EXPERIMENTAL)
public enum ContainerRole {
    /** The implementation under test that connects. */
    CLIENT,
    /** The implementation under test that accepts connections: a server or relay. */
    SERVER,
    /** The network simulator between them, or the observer if the endpoints meet directly. */
    SIM;

    /** Lower case, as folders and JSON spell it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns an unmodifiable copy in the order of the roles, so that files written from it are deterministic. */
    public static <T> Map<ContainerRole, T> inOrder(Map<ContainerRole, T> byRole) {
        var sorted = new EnumMap<ContainerRole, T>(ContainerRole.class);
        sorted.putAll(byRole);
        return Collections.unmodifiableMap(sorted);
    }
}
