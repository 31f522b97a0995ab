package dev.interop.registry;

import java.util.List;
import java.util.Optional;

/**
 * Who exists: the implementations of all registry files that were read, in the files' order.
 *
 * @param implementations each one, per protocol
 * @param currentTarget the draft that the working group aims at ({@code draft-18}), where a file says so
 * @param problems what was wrong with single entries, which are left out
 */
public record Registry(
        List<Implementation> implementations, Optional<String> currentTarget, List<RegistryProblem> problems) {
    public Registry {
        implementations = List.copyOf(implementations);
        problems = List.copyOf(problems);
    }

    /** The implementations of {@code protocol} that play {@code role}, in order. */
    public List<Implementation> playing(String protocol, Role role) {
        return implementations.stream()
                .filter(it -> it.protocol().equals(protocol) && it.plays(role))
                .toList();
    }

    /** The implementation of this name and protocol. */
    public Optional<Implementation> find(String protocol, String name) {
        return implementations.stream()
                .filter(it -> it.protocol().equals(protocol) && it.name().equals(name))
                .findFirst();
    }
}
