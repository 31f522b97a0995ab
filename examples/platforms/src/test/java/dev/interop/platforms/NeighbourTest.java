package dev.interop.platforms;

import org.junit.jupiter.api.Test;

/** A test of another engine, which has to run whatever becomes of the matrix. */
class NeighbourTest {
    @Test
    void runs() {}
}
