package dev.interop.testbed.cell;

import java.util.function.Consumer;

/**
 * Recognizes in the simulator's output that the client may begin. The product's own simulator prints a line for it. The
 * public one prints its scenario once the server has answered, and forwards about half a second later.
 */
final class SimulatorReadiness implements Consumer<String> {
    private final Runnable ready;

    SimulatorReadiness(Runnable ready) {
        this.ready = ready;
    }

    @Override
    public void accept(String line) {
        if (line.startsWith("sim: running") || line.startsWith("Using scenario:")) {
            ready.run();
        }
    }
}
