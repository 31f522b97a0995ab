package dev.interop.cli;

import dev.interop.engine.InteropTest;

/** The matrix that the command line runs; only parameters define its content. */
@InteropTest
public final class DefaultMatrix {
    private DefaultMatrix() {}
}
