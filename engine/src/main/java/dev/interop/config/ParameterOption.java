package dev.interop.config;

import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The option of the command line that gives a parameter.
 *
 * @param label placeholder of the value in the usage; empty for a flag, which takes none
 * @param name its name, such as {@code --clients}
 * @param further other names of the option
 */
@API(status = Status.INTERNAL)
public record ParameterOption(String label, String name, List<String> further) {
    public ParameterOption {
        further = List.copyOf(further);
    }

    /** All names, the usual one first. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), further.stream()).toList();
    }

    /** Whether it takes no value. */
    public boolean isFlag() {
        return label.isEmpty();
    }
}
