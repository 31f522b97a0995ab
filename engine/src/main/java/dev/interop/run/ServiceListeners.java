package dev.interop.run;

import dev.interop.listener.RunListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Loads the listeners that are registered as services on the class path. */
final class ServiceListeners {
    private ServiceListeners() {}

    /**
     * Returns the listeners that can be created, and adds a note for each of the others.
     *
     * @param notes accepts lines of text for the user
     */
    static List<RunListener> installed(Consumer<String> notes) {
        return installed(RunListener.class.getClassLoader(), notes);
    }

    static List<RunListener> installed(ClassLoader classes, Consumer<String> notes) {
        var found = new ArrayList<RunListener>();
        var services = ServiceLoader.load(RunListener.class, classes).iterator();
        while (true) {
            try {
                if (!services.hasNext()) {
                    return found;
                }
                found.add(services.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                // The loader throws a LinkageError as it is, for example for a class of a newer Java.
                notes.accept("a run listener on the class path cannot be loaded and is left out: " + reason(e));
            }
        }
    }

    /** With the cause: the loader's own message only says that a constructor failed. */
    private static String reason(Error error) {
        var text = error instanceof ServiceConfigurationError ? error.getMessage() : error.toString();
        return Optional.ofNullable(error.getCause()).map(it -> text + ": " + it).orElse(text);
    }
}
