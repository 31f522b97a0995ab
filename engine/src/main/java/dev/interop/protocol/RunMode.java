package dev.interop.protocol;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Changes how a protocol's test cases run. A protocol ignores the settings that it does not know.
 *
 * @param scenario the simulator's scenario in all test cases, in place of their own or where client and server would
 *     otherwise meet directly
 * @param settings key → value of protocols' own parameters that do not have their default, in the keys' order
 */
@API(status = Status.EXPERIMENTAL)
public record RunMode(Optional<String> scenario, Map<String, String> settings) {
    /** No change: the test cases' own scenario, and the default of each parameter. */
    public static final RunMode NONE = new RunMode(Optional.empty(), Map.of());

    public RunMode {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** The value of a parameter, else its default. */
    public String value(ProtocolParameter parameter) {
        return settings.getOrDefault(parameter.key(), parameter.defaultValue());
    }
}
