package dev.interop.testbed.tool;

import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An image of the engine's own, which a run needs beside those of the endpoints. */
@API(status = Status.INTERNAL)
public enum ToolImage {
    /** The network simulator between the endpoints, and the observer of endpoints that meet directly. */
    SIMULATOR("simulator"),
    /** Holds the network sandboxes of a lane; the base of the project's own endpoints. */
    SANDBOX("endpoint"),
    /** Reads captures. */
    TSHARK("tshark");

    private final String context;

    ToolImage(String context) {
        this.context = context;
    }

    /** The name of its build context, and of the image where a name to pull says {@code {tool}}. */
    public String context() {
        return context;
    }

    /** The reference that it has on a machine where it was built. */
    public String defaultReference() {
        return "localhost/interop/" + context + ":local";
    }

    /** The parameter that names another image in its place. */
    String parameter() {
        return "interop." + name().toLowerCase(Locale.ROOT) + ".image";
    }

    /** The digest of everything that it is built from, as its label {@code dev.interop.inputs} says it. */
    public String inputs() {
        return ToolContexts.ofLibrary().inputs(context);
    }
}
