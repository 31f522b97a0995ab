package dev.interop.protocol;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.registry.RegistrySection;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The available protocols.
 *
 * @param all the protocols, ordered by name
 */
@API(status = Status.INTERNAL)
public record Protocols(List<Protocol> all) {
    public Protocols {
        all = all.stream().sorted(Comparator.comparing(Protocol::name)).toList();
    }

    /**
     * Loads the protocols of the class path, with the test cases that {@link TestCaseProvider}s add to them.
     *
     * @throws UserError when one of them cannot be used
     */
    public static Protocols installed() {
        var classPath = Protocols.class.getClassLoader();
        return new Protocols(InstalledProtocols.of(
                services(Protocol.class, classPath), services(TestCaseProvider.class, classPath)));
    }

    /**
     * Creates the services of a class path.
     *
     * @throws UserError when one cannot be created
     */
    static <T> List<T> services(Class<T> type, ClassLoader classPath) {
        try {
            return ServiceLoader.load(type, classPath).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new UserError("a service of the class path cannot be used: " + Printable.of(message(e)), e);
        }
    }

    /** The message with its root cause: the exception of a constructor or a constant says what to change. */
    private static String message(Throwable error) {
        var root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root != error) {
            return error.getMessage() + ": " + root;
        }
        return error instanceof LinkageError ? error.toString() : String.valueOf(error.getMessage());
    }

    /** The protocols' sections in the entries of a registry. */
    public List<RegistrySection> registrySections() {
        return all.stream().map(Protocol::registrySection).toList();
    }

    /**
     * The protocol of this name.
     *
     * @throws UserError when there is none
     */
    public Protocol named(String name) {
        return all.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError("protocol '%s' is not known; there are: %s"
                        .formatted(name, all.stream().map(Protocol::name).collect(Collectors.joining(", ")))));
    }
}
