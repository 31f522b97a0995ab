package dev.interop.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The option of the command line that gives a parameter.
 *
 * @param label placeholder of the value in the usage; empty for a flag, which takes none
 * @param name its name, such as {@code --clients}
 * @param further other names of the option
 * @param flagValue the value that a flag gives
 * @param text the description for people, where it is not the parameter's
 */
@API(status = Status.INTERNAL)
public record ParameterOption(
        String label, String name, List<String> further, Optional<String> flagValue, Optional<String> text) {
    public ParameterOption {
        further = List.copyOf(further);
    }

    static ParameterOption of(String label, String name, String... further) {
        return new ParameterOption(label, name, List.of(further), Optional.empty(), Optional.empty());
    }

    static ParameterOption flag(String name, String value, Optional<String> text) {
        return new ParameterOption("", name, List.of(), Optional.of(value), text);
    }

    /** All names, the usual one first. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), further.stream()).toList();
    }

    /** Whether it takes no value. */
    public boolean isFlag() {
        return flagValue.isPresent();
    }
}
