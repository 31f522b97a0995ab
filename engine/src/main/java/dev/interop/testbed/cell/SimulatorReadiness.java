package dev.interop.testbed.cell;

import java.util.function.Consumer;

/**
 * Hears in the simulator's output that the client may begin: ours says so; the public one names its scenario once the
 * server has answered, and opens its port about half a second later.
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
