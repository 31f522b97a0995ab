package dev.interop.testbed.tool;

import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An image of the product's own, which a run needs beside those of the endpoints. */
@API(status = Status.INTERNAL)
public enum ToolImage {
    /** The network simulator between the endpoints, and the observer of endpoints that meet directly. */
    SIMULATOR("simulator"),
    /** Runs the network sandboxes of a lane; also the base of the project's own endpoints. */
    SANDBOX("endpoint"),
    /** Reads captures. */
    TSHARK("tshark"),
    /** Both ends of a TCP flow beside a cell, for the cells that ask for one. */
    IPERF("iperf");

    private final String context;

    ToolImage(String context) {
        this.context = context;
    }

    /** The name of its build context, which also replaces {@code {tool}} in a name to pull. */
    public String context() {
        return context;
    }

    /** The reference of a locally built image. */
    public String defaultReference() {
        return "localhost/interop/" + context + ":local";
    }

    /** The parameter that names another image in its place. */
    String parameter() {
        return "interop." + name().toLowerCase(Locale.ROOT) + ".image";
    }

    /** The digest of its inputs, as in its label {@code dev.interop.inputs}. */
    public String inputs() {
        return ToolContexts.ofLibrary().inputs(context);
    }
}
