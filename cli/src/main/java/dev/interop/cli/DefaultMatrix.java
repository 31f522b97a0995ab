package dev.interop.cli;

import dev.interop.engine.InteropTest;

/** The matrix that the command line runs: all of it is said by parameters. */
@InteropTest
public final class DefaultMatrix {
    private DefaultMatrix() {}
}
