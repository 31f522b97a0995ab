package dev.interop.run;

import dev.interop.testbed.lane.Lane;
import dev.interop.testbed.lane.LaneNetwork;
import java.util.Map;

/** A lane without networks. */
record FakeLane(int number) implements Lane {
    @Override
    public LaneNetwork clientNetwork() {
        throw new UnsupportedOperationException("this lane has no networks");
    }

    @Override
    public LaneNetwork serverNetwork() {
        throw new UnsupportedOperationException("this lane has no networks");
    }

    @Override
    public Map<String, String> labels() {
        return Map.of();
    }
}
