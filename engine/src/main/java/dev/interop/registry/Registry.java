package dev.interop.registry;

import dev.interop.NearestName;
import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import dev.interop.UserError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The implementations of all registry files, in the order of the files.
 *
 * @param implementations one for each entry and protocol
 * @param currentTarget the target draft of the working group ({@code draft-18}), if a file names it
 * @param problems the errors of single entries, which are left out
 * @param unread the fields of public runners' files that have no effect here
 */
@API(status = Status.INTERNAL)
public record Registry(
        List<Implementation> implementations,
        Optional<ProtocolVersion> currentTarget,
        List<RegistryProblem> problems,
        List<UnreadField> unread) {
    public Registry {
        implementations = List.copyOf(implementations);
        problems = List.copyOf(problems);
        unread = List.copyOf(unread);
    }

    /** A registry all of whose fields are read. */
    public Registry(
            List<Implementation> implementations,
            Optional<ProtocolVersion> currentTarget,
            List<RegistryProblem> problems) {
        this(implementations, currentTarget, problems, List.of());
    }

    /** This registry without some of its implementations, for these reasons. */
    public Registry reduced(List<Implementation> kept, List<RegistryProblem> further) {
        return new Registry(
                kept,
                currentTarget,
                Stream.concat(problems.stream(), further.stream()).toList(),
                unread);
    }

    /**
     * Returns this registry if it has no problems. Otherwise a matrix could pass only because an implementation with a
     * wrong entry was left out.
     *
     * @throws UserError when it has problems
     */
    public Registry sound() {
        if (problems.isEmpty()) {
            return this;
        }
        var more = problems.size() == 1 ? "" : " (and %s more)".formatted(problems.size() - 1);
        throw new UserError(problems.get(0).text() + more).pointingAt("All", "list");
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
     * This registry with another image for one implementation in each of its protocols and roles. The image is never
     * built; remote endpoints are dropped, environment variables are kept.
     *
     * @throws UserError when there is none of this name
     */
    public Registry replacing(String name, String image) {
        checkKnown("--replace", name);
        var replaced = implementations.stream()
                .map(it -> it.name().equals(name) ? it.withImage(image) : it)
                .toList();
        return new Registry(replaced, currentTarget, problems, unread);
    }

    /**
     * This registry with a file of this machine in the containers of one implementation, in each of its protocols and
     * roles.
     *
     * @throws UserError when there is none of this name, or the file is no program or other file that can be copied
     */
    public Registry mounting(Mount mount) {
        checkKnown("--mount", mount.name());
        var file = MountedFile.of(mount);
        var mounted = implementations.stream()
                .map(it -> it.name().equals(mount.name()) ? it.with(file) : it)
                .toList();
        return new Registry(mounted, currentTarget, problems, unread);
    }

    private void checkKnown(String option, String name) {
        if (implementations.stream().noneMatch(it -> it.name().equals(name))) {
            throw new UserError(
                            "%s '%s': no such implementation; %s".formatted(option, Printable.of(name), nearest(name)))
                    .pointingAt("All", "list");
        }
    }

    /**
     * This registry with the implementation of this name in the default matrix, in each of its protocols.
     *
     * @throws UserError when there is none of this name
     */
    public Registry selecting(String name) {
        checkKnown("interop.mine", name);
        var selected = implementations.stream()
                .map(it -> it.name().equals(name) ? it.asSelected() : it)
                .toList();
        return new Registry(selected, currentTarget, problems, unread);
    }

    private String nearest(String name) {
        var names =
                implementations.stream().map(Implementation::name).distinct().toList();
        return NearestName.of(name, names).map("nearest: "::concat).orElse("known: " + String.join(", ", names));
    }
}
