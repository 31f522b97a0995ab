package dev.interop.engine;

import dev.interop.run.CellJudge;
import dev.interop.run.Equipment;
import dev.interop.testbed.Testbed;

/** Equipment without containers. */
record FakeEquipment(Testbed testbed, CellJudge judge) implements Equipment {
    @Override
    public void close() {}
}
