package dev.interop.registry;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.UserError;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Who exists: the implementations of all registry files that were read, in the files' order.
 *
 * @param implementations each one, per protocol
 * @param currentTarget the draft that the working group aims at ({@code draft-18}), where a file says so
 * @param problems what was wrong with single entries, which are left out
 */
@API(status = Status.INTERNAL)
public record Registry(
        List<Implementation> implementations, Optional<String> currentTarget, List<RegistryProblem> problems) {
    public Registry {
        implementations = List.copyOf(implementations);
        problems = List.copyOf(problems);
    }

    /**
     * This registry, if nothing is wrong with it: a matrix that lacks an implementation for a slip in its entry would
     * be green.
     *
     * @throws UserError when something is
     */
    public Registry sound() {
        if (problems.isEmpty()) {
            return this;
        }
        var more = problems.size() == 1 ? "" : " (and %d more: ./interop list)".formatted(problems.size() - 1);
        throw new UserError(problems.get(0).text() + more);
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

    /**
     * This registry with another image for one implementation: in each of its protocols and roles, built nowhere,
     * without remote endpoints, with its environment variables.
     *
     * @throws UserError when there is none of this name
     */
    public Registry replacing(String name, String image) {
        if (implementations.stream().noneMatch(it -> it.name().equals(name))) {
            throw new UserError("--replace '%s': no such implementation; %s. All: ./interop list"
                    .formatted(Printable.of(name), nearest(name)));
        }
        var replaced = implementations.stream()
                .map(it -> it.name().equals(name) ? it.withImage(image) : it)
                .toList();
        return new Registry(replaced, currentTarget, problems);
    }

    private String nearest(String name) {
        var names =
                implementations.stream().map(Implementation::name).distinct().toList();
        return NearestName.of(name, names).map("nearest: "::concat).orElse("known: " + String.join(", ", names));
    }
}
