package dev.interop.run;

import dev.interop.listener.RunListener;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** The listeners that the class path offers as services. */
final class ServiceListeners {
    private ServiceListeners() {}

    /**
     * Those that can be made; of each other one there is a note.
     *
     * @param notes gets a line for people
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
                notes.accept("a run listener of the class path is left out: " + e.getMessage());
            }
        }
    }
}
