package dev.interop.run;

import dev.interop.listener.RunListener;
import java.util.ArrayList;
import java.util.List;
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
        var found = new ArrayList<RunListener>();
        var services = ServiceLoader.load(RunListener.class, RunListener.class.getClassLoader())
                .iterator();
        while (true) {
            try {
                if (!services.hasNext()) {
                    return found;
                }
                found.add(services.next());
            } catch (ServiceConfigurationError e) {
                notes.accept("a run listener on the class path cannot be loaded and is left out: " + e.getMessage());
            }
        }
    }
}
