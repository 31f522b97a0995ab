package dev.interop.cli;

import dev.interop.engine.InteropTest;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The matrix that the command line runs; only parameters define its content. */
@InteropTest
@API(status = Status.INTERNAL)
public final class DefaultMatrix {
    private DefaultMatrix() {}
}
