package dev.interop.cli;

import dev.interop.plan.Plan;
import dev.interop.registry.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of what a run takes from the machine: files that are mounted, and images.
 *
 * @param states file or image → its state
 */
record WatchedInputs(Map<String, String> states) {
    private static final String MISSING = "missing";

    WatchedInputs {
        states = Map.copyOf(states);
    }

    /** The state of files. A compiler that writes to one changes its time or its size. */
    static WatchedInputs ofFiles(Collection<Path> files) {
        return new WatchedInputs(
                files.stream().distinct().collect(Collectors.toMap(Path::toString, WatchedInputs::state)));
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return MISSING;
        }
    }

    /** The state of the images of a plan's implementations. */
    static WatchedInputs ofImages(Plan plan, Function<String, Optional<String>> id) {
        return new WatchedInputs(Stream.concat(plan.clients().stream(), plan.servers().stream())
                .flatMap(it -> it.roles().values().stream())
                .flatMap(it -> Stream.concat(Stream.of(it), it.drafts().values().stream()))
                .map(Endpoint::image)
                .flatMap(Optional::stream)
                .distinct()
                .collect(
                        Collectors.toMap(Function.identity(), it -> id.apply(it).orElse(MISSING))));
    }

    /** The state of these and others. */
    WatchedInputs and(WatchedInputs others) {
        var all = new TreeMap<>(states);
        all.putAll(others.states);
        return new WatchedInputs(all);
    }

    /** Whether a file or an image is not there, as while it is being made. */
    boolean isIncomplete() {
        return states.containsValue(MISSING);
    }

    /** The names of what is not in the state that it was in. */
    String changedSince(WatchedInputs earlier) {
        return states.entrySet().stream()
                .filter(it -> !it.getValue().equals(earlier.states.get(it.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The names of all. */
    String names() {
        return states.keySet().stream().sorted().collect(Collectors.joining(", "));
    }
}
