package dev.interop.engine;

import dev.interop.run.CellJudge;
import dev.interop.run.RunBackend;
import dev.interop.testbed.Testbed;

/** A run backend without containers. */
record FakeBackend(Testbed testbed, CellJudge judge) implements RunBackend {
    @Override
    public void close() {}
}
