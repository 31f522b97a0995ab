package dev.interop.config;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Refuses values whose names are those of no parameter: without that, a slip is a run with the default. */
final class UnknownParameters {
    /** The properties that the scripts of Interop Engine set for their JVM, and its build for the tests of each module. */
    private static final Pattern OF_THE_PROJECT = Pattern.compile("interop\\.(command|from|home|recordings|repository"
            + "|[a-z]+\\.(conformance|excluded|fuzz\\.seconds|fuzz\\.seed|groups))");

    private static final String PREFIX = "interop.";

    private UnknownParameters() {}

    /**
     * Checks the names that a source has.
     *
     * @throws UserError when one is not known
     */
    static void refuse(Map<String, String> names) {
        var known = ParameterTable.all().stream().map(Parameter::key).toList();
        new TreeMap<>(names).forEach((name, place) -> {
            if (!known.contains(name) && !OF_THE_PROJECT.matcher(name).matches()) {
                // Without what all have in common, which would make any of them near.
                var owns = known.stream().map(UnknownParameters::own).toList();
                var nearest = NearestName.of(own(name), owns)
                        .map(("nearest: " + PREFIX)::concat)
                        .orElse("the reference page lists all parameters");
                throw new UserError("%s '%s': no such parameter; %s".formatted(place, Printable.of(name), nearest));
            }
        });
    }

    private static String own(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }
}
