package dev.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Loads the providers of a service that are registered on the class path. */
@API(status = Status.INTERNAL)
public final class ServiceProviders {
    private ServiceProviders() {}

    /**
     * Returns the providers that can be created, and adds a note for each of the others.
     *
     * @param what the words for a provider in notes, such as {@code a run listener}
     */
    public static <T> List<T> usable(Class<T> service, String what, NoteListener notes) {
        return usable(service, service.getClassLoader(), what, notes);
    }

    static <T> List<T> usable(Class<T> service, ClassLoader classes, String what, NoteListener notes) {
        var found = new ArrayList<T>();
        var providers = ServiceLoader.load(service, classes).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return found;
                }
                found.add(providers.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                // The loader throws a LinkageError as it is, for example for a class of a newer Java.
                notes.say(what + " on the class path cannot be loaded and is left out: " + reason(e));
            }
        }
    }

    /** With the cause: the loader's own message only says that a constructor failed. */
    private static String reason(Error error) {
        var text = error instanceof ServiceConfigurationError ? error.getMessage() : error.toString();
        return Optional.ofNullable(error.getCause()).map(it -> text + ": " + it).orElse(text);
    }
}
